package org.kycvs.notification.entity;

import org.kycvs.shared.id.RandomText;

/**
 * Names a mail: {@code mail_} and 22 base62 characters. Its {@code Message-ID} is made of it, so
 * that it is the same on every try.
 *
 * @param value the whole identifier, prefix included
 */
public record MailId(String value) {
  private static final String PREFIX = "mail_";

  /** A new one that nobody can guess. */
  public static MailId random() {
    return new MailId(PREFIX + RandomText.id());
  }

  /** The header's value (RFC 5322, section 3.6.4). */
  public String messageId(MailAddress from) {
    return "<" + value + "@" + from.domain() + ">";
  }

  @Override
  public String toString() {
    return value;
  }
}
