package org.kycvs.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.consent.boundary.ContactBlocks;
import org.kycvs.notification.control.DispatchStore;
import org.kycvs.notification.control.ReceivedReports;
import org.kycvs.notification.control.RunningGateway;
import org.kycvs.notification.control.SmsGateways;
import org.kycvs.notification.control.TakenSms;
import org.kycvs.notification.entity.DeliveryReport;
import org.kycvs.notification.entity.DeliveryReport.State;
import org.kycvs.notification.entity.Dlt;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.SmsProgress;
import org.kycvs.notification.entity.Submission;
import org.kycvs.shared.actor.PersonActor;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.ScriptedInbox;
import org.kycvs.testing.TestClock;

/** What gateways answer and report, and what becomes of messages by it. */
class SmsOutcomesIT extends InContainer {
  private static final DeliveryReport DELIVERED =
      new DeliveryReport(State.DELIVERED, Optional.of("000"));
  private static final DeliveryReport UNDELIVERED =
      new DeliveryReport(State.UNDELIVERED, Optional.of("011"));
  private static final Submission DOUBT = new Submission.InDoubt("It did not answer");
  private static final SmsMessage PROBE =
      new SmsMessage(
          MobileNumber.parse("+919876543210"), "Hello", Optional.empty(), "probe", Dlt.NONE);

  /** One more than may wait, as set unless said otherwise. */
  private static final int TOO_MANY = 5_001;

  @Inject private Journey journey;
  @Inject private ReceivedReports reports;
  @Inject private DispatchStore outbox;
  @Inject private ContactBlocks blocks;
  @Inject private SmsGateways gateways;
  @Inject private OutboxLoad load;
  @Inject private UserTransaction transaction;

  private AskingOrganisation organisation;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
  }

  /** Whatever broke the gateway is over, and three messages prove it. */
  @AfterEach
  void heal() {
    ScriptedInbox.take();
    OwnerDatabase.execute("DELETE FROM sms_outbox WHERE state = 'QUEUED'");
    TestClock.INSTANCE.goOn();
    TestClock.INSTANCE.advance(Duration.ofMinutes(2));
    Eventually.isTrue(() -> gateways.areWorking() && !load.isFull());
    answerAll(new Submission.Accepted(Optional.empty()));
    RunningGateway gateway = gateways.all().get(0);
    for (int i = 0; i < 3; i++) {
      Submission unused = gateway.submit(1, PROBE);
    }
    ScriptedInbox.take();
  }

  @Test
  void report_afterTheAnswer_isNotedAndDeliveredStaysSo() {
    String messageId = VerificationId.random().value();
    answerAll(new Submission.Accepted(Optional.of(messageId)));
    VerificationId id = asked();
    Eventually.isTrue(() -> isIn(id, "SENT"));
    assertEquals(SmsProgress.SENT, progress(id));

    reports.of(ScriptedInbox.NAME, messageId, UNDELIVERED);
    assertEquals("UNDELIVERED", state(id));
    assertEquals("011", column(id, "reason"));
    assertEquals(SmsProgress.SENT, progress(id), "Nobody is told that it failed");
    reports.of(ScriptedInbox.NAME, messageId, DELIVERED);
    reports.of(ScriptedInbox.NAME, messageId, UNDELIVERED);
    assertEquals("DELIVERED", state(id));
    assertEquals("000", column(id, "reason"));
    assertEquals(SmsProgress.SENT, progress(id), "Nor, before there is an answer, that it came");
  }

  @Test
  void report_aheadOfTheAnswer_isKeptForIt() {
    String messageId = VerificationId.random().value();
    ScriptedInbox.answer(
        number -> {
          reports.of(ScriptedInbox.NAME, messageId, DELIVERED);
          return new Submission.Accepted(Optional.of(messageId));
        });
    VerificationId id = asked();
    Eventually.isTrue(() -> isIn(id, "DELIVERED"));
    assertEquals(messageId, column(id, "message_id"));
    assertEquals(
        "0",
        OwnerDatabase.line(
            "SELECT count(*) FROM sms_early_report WHERE message_id = ?", messageId));
  }

  @Test
  void report_ofAnotherGateway_isNotTheMessages() {
    String messageId = VerificationId.random().value();
    answerAll(new Submission.Accepted(Optional.of(messageId)));
    VerificationId id = asked();
    Eventually.isTrue(() -> isIn(id, "SENT"));
    reports.of("other", messageId, DELIVERED);
    assertEquals("SENT", state(id));
  }

  @Test
  void report_ofAMessageInDoubt_settlesIt() {
    answerAll(DOUBT);
    VerificationId id = asked();
    Eventually.isTrue(() -> isIn(id, "IN_DOUBT"));
    assertEquals(SmsProgress.IN_DOUBT, progress(id));

    int number = (int) (Long.parseLong(column(id, "id")) & 0xFFFF);
    reports.ofNumber(ScriptedInbox.NAME, number, "m-9", DELIVERED);
    assertEquals("DELIVERED", state(id));
    assertEquals(SmsProgress.SENT, progress(id));
  }

  @Test
  void suppressed_afterOneInDoubt_seemsInDoubtToo() {
    answerAll(DOUBT);
    VerificationId sent = asked();
    Eventually.isTrue(() -> isIn(sent, "IN_DOUBT"));
    VerificationId blocked = askedAboutWhoBlocks();
    Eventually.isTrue(() -> isIn(blocked, "SUPPRESSED"));
    Eventually.isTrue(() -> progress(blocked) == SmsProgress.IN_DOUBT);
  }

  @Test
  void suppressed_afterOneTaken_seemsSent() {
    VerificationId sent = asked();
    Eventually.isTrue(() -> isIn(sent, "SENT"));
    VerificationId blocked = askedAboutWhoBlocks();
    Eventually.isTrue(() -> isIn(blocked, "SUPPRESSED"));
    Eventually.isTrue(() -> progress(blocked) == SmsProgress.SENT);
  }

  @Test
  void suppressed_whileNoneIsTaken_isTriedAgainLikeTheOthers() {
    answerAll(new Submission.NotSent("Closed"));
    VerificationId sent = asked();
    Eventually.isTrue(() -> column(sent, "reason").equals("Closed"));
    VerificationId blocked = askedAboutWhoBlocks();
    Eventually.isTrue(() -> column(blocked, "reason").equals("Closed"));
    assertEquals(SmsProgress.QUEUED, progress(blocked));
  }

  @Test
  void ask_tooManyWait_isToldAndKeepsNothing() {
    fill(TOO_MANY, 0, Duration.ofHours(1));
    Eventually.isTrue(this::isUnavailable);
  }

  @Test
  void ask_manyNoticesWait_isNotHeldUpByThem() {
    fill(TOO_MANY, 1, Duration.ofHours(1));
    Eventually.pause(Duration.ofMillis(2_500));
    assertFalse(isUnavailable());
  }

  @Test
  void ask_noGatewayWorks_isToldAndKeepsNothing() {
    answerAll(new Submission.NotSent("Closed"));
    RunningGateway gateway = gateways.all().get(0);
    for (int i = 0; i < 5; i++) {
      Submission unused = gateway.submit(1, PROBE);
    }
    assertTrue(isUnavailable());
  }

  @Test
  void send_cannotBeMade_isSetAsideAtTheFifthTime() {
    TestClock.INSTANCE.stop();
    long poison = row("no verification", TestClock.INSTANCE.instant(), 0);
    for (int failures = 1; failures < 5; failures++) {
      String attempts = Integer.toString(failures);
      Eventually.isTrue(() -> ofRow(poison, "attempts").equals(attempts));
      assertEquals("QUEUED", ofRow(poison, "state"));
      TestClock.INSTANCE.advance(Duration.ofSeconds(15));
    }
    Eventually.isTrue(() -> ofRow(poison, "state").equals("SET_ASIDE"));
    assertEquals("It could not be made; the log says why", ofRow(poison, "reason"));
    assertEquals(
        "0", OwnerDatabase.line("DELETE FROM sms_outbox WHERE id = ? RETURNING 0", poison));
  }

  @Test
  void take_severalDue_areTheMostUrgentAndThenTheOldest() throws Exception {
    Instant later = TestClock.INSTANCE.instant().plus(Duration.ofHours(1));
    long notice = row("ver_a", later, 1);
    long second = row("ver_b", later.plusSeconds(2), 0);
    long first = row("ver_c", later.plusSeconds(1), 0);
    transaction.begin();
    List<Long> codes = taken(later.plusSeconds(3), 2).stream().map(TakenSms::id).sorted().toList();
    List<Long> rest = taken(later.plusSeconds(3), 2).stream().map(TakenSms::id).toList();
    transaction.rollback();
    assertEquals(List.of(second, first).stream().sorted().toList(), codes);
    assertEquals(List.of(notice), rest);
  }

  /** What waits for a worker for more than a minute is taken again, by the same node too. */
  @Test
  void begin_takenTwiceByOneNode_isHandedOverOnce() throws Exception {
    Instant later = TestClock.INSTANCE.instant().plus(Duration.ofHours(1));
    long number = row("ver_d", later, 0);
    transaction.begin();
    TakenSms once = taken(later, 1).get(0);
    TakenSms again = taken(later.plusSeconds(60), 1).get(0);
    assertEquals(List.of(number, number), List.of(once.id(), again.id()));
    assertTrue(outbox.begin(once, "node", "a", later));
    assertFalse(outbox.begin(again, "node", "a", later), "The same message, a second time");
    assertTrue(outbox.begin(once.begun(), "node", "b", later), "The next gateway");
    assertFalse(outbox.begin(once.begun().begun(), "other node", "b", later));
    transaction.rollback();
  }

  private List<TakenSms> taken(Instant now, int most) {
    return outbox.take("node", now, most);
  }

  private VerificationId asked() {
    return journey.askAboutAnybody(organisation).verification().id();
  }

  private VerificationId askedAboutWhoBlocks() {
    MobileNumber mobile = RegisteredPerson.freshMobile();
    blocks.block(signedIn(mobile), organisation.id());
    return journey
        .ask(organisation, Mode.LIVE, Journey.question(mobile, "Asha Kulkarni"))
        .verification()
        .id();
  }

  private static PersonActor signedIn(MobileNumber mobile) {
    return new PersonActor() {
      @Override
      public byte[] mobileIndex() {
        return AskingOrganisation.masterKey().keyedHash("kycvs/mobile/1").of(mobile.e164());
      }

      @Override
      public String auditName() {
        return "person:tests";
      }
    };
  }

  private boolean isUnavailable() {
    String before = verifications();
    try {
      VerificationId unused = asked();
      return false;
    } catch (ProblemException e) {
      assertEquals(ProblemCode.SMS_UNAVAILABLE, e.code());
      assertEquals(before, verifications());
      return true;
    }
  }

  private String verifications() {
    return OwnerDatabase.line(
        "SELECT count(*) FROM verification WHERE organisation_id = ?", organisation.id().value());
  }

  private SmsProgress progress(VerificationId id) {
    return journey.look(organisation, id).sms();
  }

  private static void answerAll(Submission answer) {
    ScriptedInbox.answer(number -> answer);
  }

  private static boolean isIn(VerificationId id, String state) {
    return state(id).equals(state);
  }

  private static String state(VerificationId id) {
    return column(id, "state");
  }

  private static String column(VerificationId id, String column) {
    return OwnerDatabase.line(
        "SELECT " + column + " FROM sms_outbox WHERE reference = ?", id.value());
  }

  private static String ofRow(long number, String column) {
    return OwnerDatabase.line("SELECT " + column + " FROM sms_outbox WHERE id = ?", number);
  }

  private static void fill(int messages, int urgency, Duration dueIn) {
    OwnerDatabase.execute(
        """
        INSERT INTO sms_outbox (template, reference, state, created_at, not_after, due_at, urgency)
        SELECT 'VERIFICATION_CODE', 'ver_waits', 'QUEUED', ?, ?, ?, ?
        FROM generate_series(1, ?)
        """,
        at(Duration.ZERO),
        at(dueIn.multipliedBy(2)),
        at(dueIn),
        urgency,
        messages);
  }

  private static long row(String reference, Instant due, int urgency) {
    return Long.parseLong(
        OwnerDatabase.line(
            """
            INSERT INTO sms_outbox
              (template, reference, state, created_at, not_after, due_at, urgency)
            VALUES ('VERIFICATION_CODE', ?, 'QUEUED', ?, ?, ?, ?) RETURNING id
            """,
            reference,
            at(Duration.ZERO),
            Timestamp.from(due.plus(Duration.ofHours(1))),
            Timestamp.from(due),
            urgency));
  }

  private static Timestamp at(Duration fromNow) {
    return Timestamp.from(TestClock.INSTANCE.instant().plus(fromNow));
  }
}
