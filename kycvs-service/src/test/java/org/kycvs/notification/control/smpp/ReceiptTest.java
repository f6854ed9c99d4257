package org.kycvs.notification.control.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.DeliveryReport;
import org.kycvs.notification.entity.DeliveryReport.State;

/** Receipts as gateways write them. */
class ReceiptTest {
  private static final DeliveryReport DELIVERED =
      new DeliveryReport(State.DELIVERED, Optional.empty());

  @Test
  void of_textOfAppendixB_isRead() {
    assertEquals(
        new Receipt(Optional.of("0123456789"), Optional.of(DELIVERED)),
        ofText(
            "id:0123456789 sub:001 dlvrd:001 submit date:0809011130 done date:0809011131"
                + " stat:DELIVRD err:000 Text:Hello stat:UNDELIV id:9"));
  }

  @Test
  void of_otherCaseAndMissingParts_isRead() {
    assertEquals(
        new Receipt(
            Optional.of("AB-1"),
            Optional.of(new DeliveryReport(State.UNDELIVERED, Optional.of("1A")))),
        ofText("ID: AB-1 STAT : undeliverable Err:1A"));
    assertEquals(new Receipt(Optional.of("7"), Optional.empty()), ofText("id:7"));
    assertEquals(
        new Receipt(Optional.of("7"), Optional.empty()), ofText("id:7 Text:my stat:DELIVRD"));
    assertEquals(new Receipt(Optional.empty(), Optional.of(DELIVERED)), ofText("stat:DELIVRD"));
    assertEquals(new Receipt(Optional.empty(), Optional.empty()), ofText(""));
  }

  @Test
  void of_eachWordOfAppendixB_isFinalOrNot() {
    for (String word : new String[] {"EXPIRED", "DELETED", "UNDELIV", "REJECTD"}) {
      assertEquals(
          Optional.of(new DeliveryReport(State.UNDELIVERED, Optional.empty())),
          ofText("id:1 stat:" + word).report(),
          word);
    }
    for (String word : new String[] {"ENROUTE", "ACCEPTD", "UNKNOWN", "SCHEDLD"}) {
      assertEquals(Optional.empty(), ofText("id:1 stat:" + word).report(), word);
    }
  }

  @Test
  void of_optionalParameters_countMoreThanText() {
    assertEquals(
        new Receipt(Optional.of("real"), Optional.of(DELIVERED)),
        Receipt.of(Optional.of("real"), OptionalInt.of(2), "id:other stat:UNDELIV err:000"));
    assertEquals(
        Optional.empty(),
        Receipt.of(Optional.of("real"), OptionalInt.of(1), "stat:DELIVRD").report());
    assertEquals(
        Optional.of("text"), Receipt.of(Optional.of(""), OptionalInt.of(8), "id:text").messageId());
  }

  private static Receipt ofText(String text) {
    return Receipt.of(Optional.empty(), OptionalInt.empty(), text);
  }
}
