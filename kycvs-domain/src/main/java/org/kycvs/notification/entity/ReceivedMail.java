package org.kycvs.notification.entity;

import java.time.Instant;
import java.util.List;

/**
 * A mail as the development inbox shows it.
 *
 * @param id names it, as in its {@code Message-ID}
 * @param to whom it went to
 * @param subject what it is about
 * @param headers all its lines of header, in their order
 * @param text what it says
 * @param html the same as HTML
 * @param sentAt when it left
 */
public record ReceivedMail(
    String id,
    String to,
    String subject,
    List<String> headers,
    String text,
    String html,
    Instant sentAt) {

  /** With its own copy. */
  public ReceivedMail {
    headers = List.copyOf(headers);
  }

  @Override
  public String toString() {
    return "ReceivedMail(" + id + ")";
  }
}
