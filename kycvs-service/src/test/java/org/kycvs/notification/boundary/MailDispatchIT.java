package org.kycvs.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.control.mail.MailAnswer;
import org.kycvs.notification.control.mail.MailStore;
import org.kycvs.notification.control.mail.MailStore.Taken;
import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailId;
import org.kycvs.notification.entity.MailQueueStatus;
import org.kycvs.notification.entity.MailTemplate;
import org.kycvs.notification.entity.ReceivedMail;
import org.kycvs.shared.actor.CommandLineActor;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.testing.AtOnce;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.EveryColumn;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.TestClock;

/** Mails leave after the transaction that wants them sent, until a server took each. */
class MailDispatchIT extends InContainer {
  private static final MailAddress STAFF = new MailAddress("quillfeather@hotel.example");
  private static final Map<String, String> VALUES = Map.of("issuer", "Zephyrine", "at", "noon");
  private static final Duration LONGER_THAN_A_SWEEP = Duration.ofMillis(1_500);
  private static final int MAILS = 40;
  private static final int DISPATCHERS = 4;

  @Inject private MailOutbox outbox;
  @Inject private MailDispatch dispatch;
  @Inject private MailStore store;
  @Inject private DevelopmentMails mailbox;
  @Inject private MasterKey key;
  @Inject private UserTransaction transaction;

  private final FakeMailRoute server = new FakeMailRoute();
  private final Said said = new Said();
  private final Logger logger = Logger.getLogger("org.kycvs.notification");

  @BeforeEach
  void listen() {
    OwnerDatabase.execute("DELETE FROM mail_outbox");
    logger.addHandler(said);
  }

  @AfterEach
  void tellNobody() {
    server.answers.countDown();
    TestMailRoutes.asUsual();
    logger.removeHandler(said);
    assertFalse(said.all.toString().contains("quillfeather"), said.all.toString());
    assertFalse(said.all.toString().contains("Zephyrine"), said.all.toString());
  }

  @Test
  void put_committed_isReadInTheInboxAndForgottenInTheOutbox() throws Exception {
    EveryColumn written = EveryColumn.fromNowOn();
    MailId id = put();

    Eventually.isTrue(() -> state(id).equals("SENT"));
    ReceivedMail mail = mailbox.find(id.value());
    assertEquals(STAFF.value(), mail.to());
    assertEquals("A test mail of KYC-VS", mail.subject());
    assertTrue(mail.text().contains("Installation: Zephyrine\n"), mail.text());
    assertTrue(mail.html().contains("<td>Zephyrine</td>"), mail.html());
    assertTrue(
        mail.headers().contains("Message-ID: <" + id + "@example.org>"), mail.headers().toString());
    assertEquals(mail.id(), mailbox.newest().get(0).id());
    assertEquals(
        "t",
        OwnerDatabase.line(
            "SELECT sealed_recipient IS NULL AND sealed_variables IS NULL FROM mail_outbox"
                + " WHERE id = ?",
            id.value()));
    assertEquals(List.of(), written.holding("quillfeather"));
    assertEquals(List.of(), written.holding("Zephyrine"));
  }

  @Test
  void put_transactionRolledBack_isNoMail() throws Exception {
    TestMailRoutes.want(server);
    transaction.begin();
    MailId id = outbox.put(MailTemplate.MAIL_TEST, STAFF, VALUES);
    transaction.rollback();
    assertEquals(
        List.of(), OwnerDatabase.lines("SELECT id FROM mail_outbox WHERE id = ?", id.value()));
  }

  @Test
  void put_valueWithALinesEnd_isRefused() throws Exception {
    transaction.begin();
    try {
      assertThrows(
          Exception.class,
          () ->
              outbox.put(
                  MailTemplate.MAIL_TEST, STAFF, Map.of("issuer", "a\r\nBcc: b@c.d", "at", "x")));
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void send_noWayOut_waits() throws Exception {
    TestMailRoutes.wantNone();
    MailId id = put();
    Eventually.pause(LONGER_THAN_A_SWEEP);
    assertEquals("QUEUED", state(id));
    assertEquals(1, status().queued());
    TestMailRoutes.want(server);
    Eventually.isTrue(() -> state(id).equals("SENT"));
  }

  @Test
  void send_serverAwayThenBack_eachMailOnce() throws Exception {
    server.answer = new MailAnswer.Deferred("the server cannot be reached", "");
    TestMailRoutes.want(server);
    List<MailId> ids = List.of(put(), put(), put());
    Eventually.isTrue(() -> ids.stream().allMatch(id -> failure(id).startsWith("the server")));
    assertEquals(3, status().failing());
    assertEquals(Optional.of("the server cannot be reached"), status().lastFailure());
    server.answer = new MailAnswer.Accepted("250 fine");

    Eventually.pause(LONGER_THAN_A_SWEEP);
    assertEquals(List.of(), server.taken, "They wait a minute");
    TestClock.INSTANCE.advance(Duration.ofMinutes(1));

    Eventually.isTrue(() -> ids.stream().allMatch(id -> state(id).equals("SENT")));
    assertEquals(
        ids.stream().map(MailId::value).sorted().toList(),
        server.taken.stream().map(mail -> mail.id().value()).sorted().toList());
  }

  @Test
  void send_severalDispatchersAtOnce_eachMailLeavesOnce() throws Exception {
    TestMailRoutes.want(server);
    transaction.begin();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < MAILS; i++) {
      ids.add(outbox.put(MailTemplate.MAIL_TEST, STAFF, VALUES).value());
    }
    transaction.commit();

    assertEquals(
        Collections.nCopies(DISPATCHERS, true), AtOnce.call(DISPATCHERS, this::emptyTheOutbox));

    Eventually.isTrue(
        () ->
            OwnerDatabase.lines("SELECT DISTINCT state FROM mail_outbox").equals(List.of("SENT")));
    Collections.sort(ids);
    assertEquals(ids, server.taken.stream().map(mail -> mail.id().value()).sorted().toList());
  }

  @Test
  void send_serverHangs_holdsUpOneWorkerAndNoCaller() throws Exception {
    server.answers = new CountDownLatch(1);
    TestMailRoutes.want(server);
    MailId first = put();
    Eventually.isTrue(() -> server.inHand.get() == 1);

    List<MailId> others = List.of(put(), put(), put(), put());
    Eventually.pause(LONGER_THAN_A_SWEEP);
    assertEquals(1, server.most.get());
    server.answers.countDown();

    Eventually.isTrue(() -> state(first).equals("SENT"));
    Eventually.isTrue(() -> others.stream().allMatch(id -> state(id).equals("SENT")));
    assertEquals(5, server.taken.size());
  }

  @Test
  void send_whoeverTookItDied_isTakenAgainUnderTheSameName() throws Exception {
    TestMailRoutes.wantNone();
    MailId id = put();
    OwnerDatabase.execute(
        "UPDATE mail_outbox SET state = 'SENDING', attempts = 1, due_at = due_at + interval '5"
            + " minutes' WHERE id = ?",
        id.value());
    TestMailRoutes.want(server);
    Eventually.pause(LONGER_THAN_A_SWEEP);
    assertEquals(List.of(), server.taken);
    TestClock.INSTANCE.advance(Duration.ofMinutes(5));
    Eventually.isTrue(() -> state(id).equals("SENT"));
    assertEquals(id, server.taken.get(0).id());
  }

  @Test
  void settle_afterAnotherTookIt_changesNothing() throws Exception {
    TestMailRoutes.wantNone();
    MailId id = put();
    Taken late = takeOne();
    OwnerDatabase.execute("UPDATE mail_outbox SET attempts = 2 WHERE id = ?", id.value());

    dispatch.settle(late, new MailAnswer.Accepted("250 fine"));

    assertEquals("SENDING", state(id));
  }

  @Test
  void send_recipientRefused_isSetAsideAndTriedAgainWhenAnOperatorWantsIt() throws Exception {
    server.answer = new MailAnswer.Refused("the server refused the recipient (550)", "550 no");
    TestMailRoutes.want(server);
    MailId id = put();
    Eventually.isTrue(() -> state(id).equals("SET_ASIDE"));
    MailQueueStatus status = status();
    assertEquals(1, status.setAsideCount());
    assertEquals(id.value(), status.setAside().get(0).id());
    assertEquals("the server refused the recipient (550)", status.setAside().get(0).failure());
    assertTrue(said.all.toString().contains(id + " (mail-test) is set aside"), said.all.toString());

    server.answer = new MailAnswer.Accepted("250 fine");
    try (Connection owner = OwnerDatabase.connect()) {
      assertEquals(List.of(id.value()), queue(owner).retry());
      assertEquals(List.of(), queue(owner).retry());
    }
    Eventually.isTrue(() -> state(id).equals("SENT"));
    assertEquals(
        List.of("mail-retried"),
        OwnerDatabase.lines("SELECT act FROM audit_entry WHERE subject = ?", id.value()));
  }

  @Test
  void send_poison_isSetAsideAndOthersLeave() throws Exception {
    TestMailRoutes.wantNone();
    MailId spoilt = put();
    MailId good = put();
    OwnerDatabase.execute(
        "UPDATE mail_outbox SET sealed_variables = set_byte(sealed_variables, 20, 7) WHERE id = ?",
        spoilt.value());
    TestMailRoutes.want(server);
    Eventually.isTrue(() -> state(good).equals("SENT"));
    Eventually.isTrue(() -> state(spoilt).equals("SET_ASIDE"));
    assertEquals("it cannot be written: IllegalStateException", failure(spoilt));
  }

  @Test
  void send_triedForADay_isSetAside() throws Exception {
    server.answer = new MailAnswer.Deferred("the server cannot be reached", "");
    TestMailRoutes.wantNone();
    MailId id = put();
    OwnerDatabase.execute("UPDATE mail_outbox SET attempts = 8 WHERE id = ?", id.value());
    TestMailRoutes.want(server);
    Eventually.isTrue(() -> state(id).equals("SET_ASIDE"));
  }

  @Test
  void send_cameTooLate_isDropped() throws Exception {
    TestMailRoutes.wantNone();
    MailId id = put();
    TestClock.INSTANCE.advance(Duration.ofDays(3));
    TestMailRoutes.want(server);
    Eventually.isTrue(() -> state(id).equals("DROPPED"));
    assertEquals(List.of(), server.taken);
  }

  private MailId put() throws Exception {
    transaction.begin();
    MailId id = outbox.put(MailTemplate.MAIL_TEST, STAFF, VALUES);
    transaction.commit();
    return id;
  }

  /** While there is no way out the application's own dispatcher takes nothing. */
  private Taken takeOne() throws Exception {
    transaction.begin();
    List<Taken> taken = store.take(TestClock.INSTANCE.instant(), 1);
    transaction.commit();
    assertEquals(1, taken.size());
    return taken.get(0);
  }

  private boolean emptyTheOutbox() {
    for (List<Taken> due = dispatch.take(3); !due.isEmpty(); due = dispatch.take(3)) {
      due.forEach(mail -> dispatch.settle(mail, dispatch.handOver(mail)));
    }
    return true;
  }

  private MailQueueStatus status() throws SQLException {
    try (Connection owner = OwnerDatabase.connect()) {
      return queue(owner).status();
    }
  }

  private MailQueue queue(Connection owner) {
    return new MailQueue(owner, CommandLineActor.holding(key), TestClock.INSTANCE);
  }

  private static String state(MailId id) {
    return OwnerDatabase.line("SELECT state FROM mail_outbox WHERE id = ?", id.value());
  }

  private static String failure(MailId id) {
    return OwnerDatabase.line("SELECT last_failure FROM mail_outbox WHERE id = ?", id.value());
  }

  /** What the feature logs. */
  private static final class Said extends Handler {
    final List<String> all = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void publish(LogRecord line) {
      all.add(new SimpleFormatter().format(line));
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
