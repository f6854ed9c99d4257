package org.kycvs.notification.control.smpp;

import java.util.List;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;

/**
 * What one {@code submit_sm} says (SMPP 3.4, 4.4.1). It never prints itself.
 *
 * @param dataCoding as the octet it is
 * @param registeredDelivery likewise
 * @param text what is in {@code short_message}, at most 254 octets
 */
record SubmitPdu(
    Address source,
    Address destination,
    int esmClass,
    int dataCoding,
    int registeredDelivery,
    byte[] text,
    List<OptionalParameter> parameters) {

  /** A number or a name, with what kind of one it is. */
  record Address(TypeOfNumber ton, NumberingPlanIndicator npi, String address) {
    static Address of(int ton, int npi, String address) {
      return new Address(
          TypeOfNumber.valueOf((byte) ton), NumberingPlanIndicator.valueOf((byte) npi), address);
    }

    @Override
    public String toString() {
      return "Address";
    }
  }

  @Override
  public String toString() {
    return "SubmitPdu";
  }
}
