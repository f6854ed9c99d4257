package org.kycvs.notification.control.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.SmppForm.MessageIds;

/** Ids are the same in answers and reports, whatever base they are written in. */
class ReceiptIdsTest {
  @Test
  void ofReport_decimalOfHexAnswer_isTheSame() {
    ReceiptIds ids = new ReceiptIds(MessageIds.DECIMAL_TO_HEX);
    assertEquals("1e240", ids.ofAnswer("0001E240"));
    assertEquals("1e240", ids.ofReport("0000123456"));
  }

  @Test
  void ofReport_hexOfDecimalAnswer_isTheSame() {
    ReceiptIds ids = new ReceiptIds(MessageIds.HEX_TO_DECIMAL);
    assertEquals("123456", ids.ofAnswer("0123456"));
    assertEquals("123456", ids.ofReport("1E240"));
  }

  @Test
  void ofReport_asIsOrNoNumber_staysAsItIs() {
    assertEquals("00aF", new ReceiptIds(MessageIds.AS_IS).ofReport("00aF"));
    assertEquals("a-b", new ReceiptIds(MessageIds.HEX_TO_DECIMAL).ofReport("a-b"));
  }
}
