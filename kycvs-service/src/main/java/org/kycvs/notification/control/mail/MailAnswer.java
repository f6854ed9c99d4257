package org.kycvs.notification.control.mail;

/** What became of a mail that was handed over. */
public sealed interface MailAnswer {

  /**
   * The server took it. Whether it arrives is not known.
   *
   * @param said what the server answered; may hold what it was sent
   */
  record Accepted(String said) implements MailAnswer {}

  /**
   * It was not taken now; it may be later.
   *
   * @param why in words, without an address or a secret
   * @param said what the server answered, or empty if it could not be reached; may hold an address
   */
  record Deferred(String why, String said) implements MailAnswer {}

  /**
   * It will never be taken.
   *
   * @param why as with {@link Deferred}
   * @param said as with {@link Deferred}
   */
  record Refused(String why, String said) implements MailAnswer {}
}
