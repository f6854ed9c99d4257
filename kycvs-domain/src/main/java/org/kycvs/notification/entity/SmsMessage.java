package org.kycvs.notification.entity;

import org.kycvs.shared.mobile.MobileNumber;

/**
 * A message as it is handed to a gateway. It exists in memory only, and never prints itself.
 *
 * @param to whom
 * @param text what the person reads
 * @param code the code within the text, for gateways that show it apart
 * @param reference what the message belongs to, such as a verification's id
 */
public record SmsMessage(MobileNumber to, String text, String code, String reference) {
  @Override
  public String toString() {
    return "SmsMessage(" + reference + ")";
  }
}
