package org.kycvs.notification.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the outbox for mails stands.
 *
 * @param queued how many wait, also between two tries
 * @param oldest when the one that waits longest was wanted
 * @param failing how many of those that wait were tried in vain
 * @param setAside those that are not tried any more, the latest first, a hundred at most
 * @param setAsideCount how many there are
 * @param lastFailure why the latest try was in vain, of what waits or was set aside
 */
public record MailQueueStatus(
    long queued,
    Optional<Instant> oldest,
    long failing,
    List<SetAside> setAside,
    long setAsideCount,
    Optional<String> lastFailure) {

  /** With its own copy. */
  public MailQueueStatus {
    setAside = List.copyOf(setAside);
  }

  /**
   * One that is not tried any more.
   *
   * @param id names it
   * @param template which mail it is
   * @param createdAt when it was wanted
   * @param attempts how often it was tried
   * @param failure why it was given up
   */
  public record SetAside(
      String id, String template, Instant createdAt, int attempts, String failure) {}
}
