package org.kycvs.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import org.kycvs.notification.entity.GatewayStanding;

/** What nodes say of their gateways, for operators. */
@Dependent
public class StandingStore {
  private static final String SAY =
      """
      INSERT INTO sms_gateway_standing (node, gateway, kind, state, since, reason, seen_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (node, gateway) DO UPDATE
        SET state = excluded.state, since = excluded.since, reason = excluded.reason,
            seen_at = excluded.seen_at
      """;
  private static final String FORGET = "DELETE FROM sms_gateway_standing WHERE seen_at < ?1";

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  @Inject
  StandingStore() {}

  /** A node finds a gateway so. */
  public void say(String node, GatewayStanding standing, Instant now) {
    database
        .createNativeQuery(SAY)
        .setParameter(1, node)
        .setParameter(2, standing.gateway())
        .setParameter(3, standing.kind())
        .setParameter(4, standing.state().name())
        .setParameter(5, Timestamp.from(standing.since()))
        .setParameter(6, shortened(standing.reason()))
        .setParameter(7, Timestamp.from(now))
        .executeUpdate();
  }

  /** Forgets nodes that have said nothing since. */
  public void forgetBefore(Instant instant) {
    database.createNativeQuery(FORGET).setParameter(1, Timestamp.from(instant)).executeUpdate();
  }

  private static String shortened(String reason) {
    return reason.length() <= 200 ? reason : reason.substring(0, 200);
  }
}
