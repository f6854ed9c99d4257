package org.kycvs.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.GatewayStanding;
import org.kycvs.notification.entity.SmsChannel;
import org.kycvs.notification.entity.SmsStatus;
import org.kycvs.notification.entity.SmsStatus.Outcomes;
import org.kycvs.notification.entity.SmsStatus.Stop;
import org.kycvs.notification.entity.SmsStatus.Waiting;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.shared.actor.CommandLineActor;
import org.kycvs.shared.id.OrganisationId;

/** What an operator sees of messages, and does. */
class SmsOperationsIT {
  private static final String ID = "org_" + "a".repeat(22);

  private final RegistryFixture registry = new RegistryFixture();
  private Connection connection;
  private SmsOperations operations;

  @BeforeEach
  void open() throws SQLException {
    connection = registry.database.owner().getConnection();
    operations =
        new SmsOperations(
            connection, CommandLineActor.holding(RegistryFixture.KEY), registry.calendar.clock());
    registry.execute(
        "INSERT INTO organisation (id, legal_name, short_name, contact, state, created_at)"
            + " VALUES ('"
            + ID
            + "', 'A', 'A', 'a@a.example', 'ACTIVE', now())");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    registry.close();
  }

  @Test
  void status_nothingYet_saysSo() throws SQLException {
    assertEquals(
        new SmsStatus(
            List.of(), new Waiting(0, 0, Optional.empty()), List.of(), List.of(), 0, List.of()),
        operations.status());
  }

  @Test
  void status_ofMessages_countsEachWhereItIs() throws SQLException {
    message("QUEUED", 0, "null", "-3 minutes");
    message("QUEUED", 1, "null", "-9 minutes");
    message("SENT", 0, "'main'", "-59 minutes");
    message("DELIVERED", 0, "'main'", "-1 minute");
    message("UNDELIVERED", 0, "'main'", "-1 minute");
    message("IN_DOUBT", 0, "'spare'", "-1 minute");
    message("SENT", 0, "'spare'", "-61 minutes");
    message("SUPPRESSED", 0, "'spare'", "-1 minute");
    message("SET_ASIDE", 0, "'spare'", "-61 minutes");

    SmsStatus status = operations.status();

    assertEquals(
        new Waiting(1, 1, Optional.of(RegistryFixture.NOW.minusSeconds(540))), status.waiting());
    assertEquals(
        List.of(new Outcomes("main", 3, 1, 1, 0), new Outcomes("spare", 0, 0, 0, 1)),
        status.lastHour());
    assertEquals(1, status.setAsideInAll());
    assertEquals("why", status.setAside().get(0).reason());
  }

  @Test
  void status_ofNodes_leavesOutThoseThatAreSilentForAMinute() throws SQLException {
    standing("here", "-59 seconds");
    standing("gone", "-60 seconds");
    List<SmsStatus.NodeStanding> nodes = operations.status().nodes();
    assertEquals(1, nodes.size());
    assertEquals("here", nodes.get(0).node());
    assertEquals(GatewayStanding.State.BROKEN, nodes.get(0).standing().state());
  }

  @Test
  void release_ofWhoIsStopped_endsItOnceAndIsOnRecord() throws SQLException {
    OrganisationId id = new OrganisationId(ID);
    assertFalse(operations.release(id));
    registry.execute(
        "INSERT INTO sms_stop (organisation_id, channel, since, until, sent, redeemed) VALUES ('"
            + ID
            + "', 'API', "
            + at("-1 minute")
            + ", "
            + at("59 minutes")
            + ", 120, 3)");
    Instant until = RegistryFixture.NOW.plusSeconds(59 * 60);
    assertEquals(List.of(new Stop(id, SmsChannel.API, 120, 3, until)), operations.status().stops());

    assertTrue(operations.release(id));
    assertFalse(operations.release(id));

    assertEquals(List.of(), operations.status().stops());
    assertEquals(
        List.of(ID), registry.lines("SELECT subject FROM audit_entry WHERE act = 'sms-released'"));
  }

  private void message(String state, int urgency, String gateway, String ago) {
    registry.execute(
        """
        INSERT INTO sms_outbox (template, reference, state, created_at, not_after, due_at, urgency,
                                gateway, submitted_at, reason)
        VALUES ('A', 'ver_a', '%1$s', %4$s, %4$s, %4$s, %2$d, %3$s, %4$s, 'why')
        """
            .formatted(state, urgency, gateway, at(ago)));
  }

  private void standing(String node, String ago) {
    registry.execute(
        """
        INSERT INTO sms_gateway_standing (node, gateway, kind, state, since, reason, seen_at)
        VALUES ('%1$s', 'main', 'smpp', 'BROKEN', %2$s, 'gone', %2$s)
        """
            .formatted(node, at(ago)));
  }

  private static String at(String offset) {
    return "timestamptz '" + RegistryFixture.NOW + "' + interval '" + offset + "'";
  }
}
