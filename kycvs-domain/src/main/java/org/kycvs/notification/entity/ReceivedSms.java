package org.kycvs.notification.entity;

import java.time.Instant;

/**
 * A message as the development inbox shows it.
 *
 * @param mobile whom it went to, in E.164 form
 * @param text what it says
 * @param code the code within the text
 * @param verification the verification that it belongs to
 * @param sentAt when it left
 */
public record ReceivedSms(
    String mobile, String text, String code, String verification, Instant sentAt) {
  @Override
  public String toString() {
    return "ReceivedSms(" + verification + ")";
  }
}
