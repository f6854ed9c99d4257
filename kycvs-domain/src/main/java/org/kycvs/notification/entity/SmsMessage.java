package org.kycvs.notification.entity;

import java.util.Optional;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * A message as it is handed to a gateway. It exists in memory only, and never prints itself.
 *
 * @param to whom
 * @param text what the person reads
 * @param code the code within the text, for the development inbox, which shows it apart
 * @param reference what the message belongs to, such as a verification's id
 * @param dlt what it is registered as
 */
public record SmsMessage(
    MobileNumber to, String text, Optional<String> code, String reference, Dlt dlt) {
  @Override
  public String toString() {
    return "SmsMessage(" + reference + ")";
  }
}
