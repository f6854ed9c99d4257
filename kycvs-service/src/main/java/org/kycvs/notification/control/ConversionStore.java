package org.kycvs.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.kycvs.notification.control.ConversionCounts.Account;
import org.kycvs.notification.control.ConversionCounts.Count;
import org.kycvs.notification.entity.ConversionSettings;
import org.kycvs.notification.entity.SmsChannel;
import org.kycvs.shared.id.OrganisationId;

/** Codes sent and redeemed, and who gets none because of them. */
@Dependent
public class ConversionStore {
  private static final Duration WINDOW = Duration.ofHours(1);

  /** So old a code cannot be redeemed any more: the longest life of one, and a minute. */
  private static final Duration SETTLED = Duration.ofMinutes(11);

  private static final String ADD =
      """
      INSERT INTO sms_conversion AS kept (organisation_id, channel, minute, sent, redeemed)
      VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (organisation_id, channel, minute) DO UPDATE
        SET sent = kept.sent + excluded.sent, redeemed = kept.redeemed + excluded.redeemed
      """;

  /**
   * Of many nodes that look at once the first one stops an organisation; what was counted before a
   * stop ended is left out.
   */
  private static final String STOP =
      """
      INSERT INTO sms_stop AS kept (organisation_id, channel, since, until, sent, redeemed)
      SELECT c.organisation_id, c.channel, CAST(?1 AS timestamptz), CAST(?2 AS timestamptz),
             sum(c.sent) FILTER (WHERE c.minute <= ?4), sum(c.redeemed)
      FROM sms_conversion c
      WHERE c.minute > ?3 AND NOT EXISTS (
        SELECT FROM sms_stop s WHERE s.organisation_id = c.organisation_id
          AND s.channel = c.channel AND s.until > c.minute)
      GROUP BY c.organisation_id, c.channel
      HAVING sum(c.sent) FILTER (WHERE c.minute <= ?4) >= ?5
         AND sum(c.redeemed) * 100 < sum(c.sent) FILTER (WHERE c.minute <= ?4) * ?6
      ON CONFLICT (organisation_id, channel) DO UPDATE
        SET since = excluded.since, until = excluded.until, sent = excluded.sent,
            redeemed = excluded.redeemed
        WHERE kept.until <= excluded.since
      RETURNING organisation_id, channel, sent, redeemed, until
      """;

  private static final String STOPPED =
      "SELECT until FROM sms_stop WHERE organisation_id = ?1 AND channel = ?2 AND until > ?3";
  private static final String FORGET = "DELETE FROM sms_conversion WHERE minute < ?1";

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  @Inject
  ConversionStore() {}

  /** Who gets no more codes, and why. */
  public record Stop(Account account, Count count, Instant until) {}

  /** Adds what was counted to the minute. */
  public void add(Account account, Count count, Instant now) {
    database
        .createNativeQuery(ADD)
        .setParameter(1, account.organisation().value())
        .setParameter(2, account.channel().name())
        .setParameter(3, Timestamp.from(now.truncatedTo(ChronoUnit.MINUTES)))
        .setParameter(4, count.sent())
        .setParameter(5, count.redeemed())
        .executeUpdate();
  }

  /** Stops whoever is to be stopped now, and says who that is. */
  public List<Stop> stop(ConversionSettings settings, Instant now) {
    List<?> rows =
        database
            .createNativeQuery(STOP)
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, Timestamp.from(now.plus(settings.stop())))
            .setParameter(3, Timestamp.from(now.minus(WINDOW)))
            .setParameter(4, Timestamp.from(now.minus(SETTLED)))
            .setParameter(5, settings.leastMessages())
            .setParameter(6, settings.leastPercent())
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(ConversionStore::stop).toList();
  }

  /** Until when an organisation gets no codes; empty if it does. */
  public Optional<Instant> stoppedUntil(Account account, Instant now) {
    List<?> rows =
        database
            .createNativeQuery(STOPPED)
            .setParameter(1, account.organisation().value())
            .setParameter(2, account.channel().name())
            .setParameter(3, Timestamp.from(now))
            .getResultList();
    return rows.stream().map(until -> ((Timestamp) until).toInstant()).findFirst();
  }

  /** Forgets minutes before an instant. */
  public void forgetBefore(Instant instant) {
    database.createNativeQuery(FORGET).setParameter(1, Timestamp.from(instant)).executeUpdate();
  }

  private static Stop stop(Object[] row) {
    return new Stop(
        new Account(new OrganisationId((String) row[0]), SmsChannel.valueOf((String) row[1])),
        new Count(((Number) row[2]).intValue(), ((Number) row[3]).intValue()),
        ((Timestamp) row[4]).toInstant());
  }
}
