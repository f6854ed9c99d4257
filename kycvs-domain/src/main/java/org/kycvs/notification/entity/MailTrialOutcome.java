package org.kycvs.notification.entity;

/**
 * What became of a mail that was sent to see whether mails leave.
 *
 * @param id names it, as in its {@code Message-ID}
 * @param kind whether the server took it
 * @param why it did not, in words; else empty
 * @param said what the server answered, if it did
 */
public record MailTrialOutcome(MailId id, Kind kind, String why, String said) {

  /** Whether the server took the mail. */
  public enum Kind {
    /** It did. */
    ACCEPTED,
    /** It answered, and did not. */
    REFUSED,
    /** There was no answer. */
    UNREACHED
  }
}
