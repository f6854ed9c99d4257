package org.kycvs.notification.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.shared.id.OrganisationId;

/**
 * How messages leave an installation.
 *
 * @param nodes how each running node finds each gateway
 * @param waiting what waits to leave
 * @param lastHour what became of the messages of the last hour, by gateway
 * @param setAside messages that no gateway would take or that could not be made, the newest first,
 *     at most twenty
 * @param setAsideInAll how many there are
 * @param stops organisations that get no codes at present
 */
public record SmsStatus(
    List<NodeStanding> nodes,
    Waiting waiting,
    List<Outcomes> lastHour,
    List<SetAside> setAside,
    long setAsideInAll,
    List<Stop> stops) {

  /** How a node finds a gateway. */
  public record NodeStanding(String node, GatewayStanding standing) {}

  /**
   * What waits.
   *
   * @param oldest when the one that waits longest was asked for
   */
  public record Waiting(long codes, long notices, Optional<Instant> oldest) {}

  /** What became of messages at a gateway; those that arrived were sent before. */
  public record Outcomes(
      String gateway, long sent, long delivered, long undelivered, long inDoubt) {}

  /** A message that waits for somebody to look at it. */
  public record SetAside(
      long id, String template, String reference, String reason, Instant createdAt) {}

  /** An organisation that gets no codes, and why. */
  public record Stop(
      OrganisationId organisation, SmsChannel channel, int sent, int redeemed, Instant until) {}
}
