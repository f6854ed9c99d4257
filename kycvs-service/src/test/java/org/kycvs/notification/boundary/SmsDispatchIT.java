package org.kycvs.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.control.TakenSms;
import org.kycvs.notification.entity.ReceivedSms;
import org.kycvs.notification.entity.SmsProgress;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.AtOnce;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.EveryColumn;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.Completed;
import org.kycvs.verification.boundary.VerificationView;

/** Messages leave after the transaction that wants them sent, once, in time, and sealed. */
class SmsDispatchIT extends InContainer {
  private static final Duration LONGER_THAN_A_SWEEP = Duration.ofMillis(1_500);
  private static final int MESSAGES = 40;
  private static final int DISPATCHERS = 4;
  private static final int BATCH = 50;

  @Inject private Journey journey;
  @Inject private SmsDispatch dispatch;
  @Inject private SmsSending sending;
  @Inject private UserTransaction transaction;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
  }

  @Test
  void send_asked_saysWhoAsksWhatForAndTheCode() {
    VerificationId id = journey.asked(organisation, asha);
    ReceivedSms message = journey.messages(id, 1).get(0);
    assertEquals(asha.mobile().e164(), message.mobile());
    assertEquals(
        message.code()
            + " is your code to tell Sunrise Hotels ONLY whether you are vaccinated, for: hotel"
            + " check-in. Valid 5 min. Not you? Ignore this and tell nobody the code."
            + " http://localhost:8080/notice -KYC-VS",
        message.text());
    Eventually.isTrue(() -> states(id).equals(List.of("SENT")));
    assertEquals(SmsProgress.SENT, journey.look(organisation, id).sms());
  }

  @Test
  void send_transactionStillOpen_waitsForItsCommit() throws Exception {
    transaction.begin();
    VerificationId id = journey.asked(organisation, asha);
    Eventually.pause(LONGER_THAN_A_SWEEP);
    assertEquals("0", received(id));
    transaction.commit();
    assertEquals(1, journey.messages(id, 1).size());
  }

  @Test
  void send_transactionRolledBack_neverHappens() throws Exception {
    transaction.begin();
    VerificationId id = journey.asked(organisation, asha);
    transaction.rollback();
    Eventually.pause(LONGER_THAN_A_SWEEP);
    assertEquals("0", received(id));
  }

  @Test
  void send_severalDispatchersAtOnce_eachMessageLeavesOnce() throws Exception {
    transaction.begin();
    List<VerificationId> asked = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      asked.add(journey.askAboutAnybody(organisation).verification().id());
    }
    transaction.commit();

    assertEquals(
        Collections.nCopies(DISPATCHERS, true), AtOnce.call(DISPATCHERS, this::emptyTheOutbox));

    Eventually.isTrue(() -> asked.stream().allMatch(id -> received(id).equals("1")));
    Eventually.pause(LONGER_THAN_A_SWEEP);
    for (VerificationId id : asked) {
      assertEquals("1", received(id));
      assertEquals(List.of("SENT"), states(id));
      assertEquals(
          "1",
          OwnerDatabase.line("SELECT attempts FROM sms_outbox WHERE reference = ?", id.value()));
    }
  }

  @Test
  void take_manyAtOnce_takeNoMessageTwice() {
    String reference = VerificationId.random().value();
    int queued =
        OwnerDatabase.execute(
            """
            INSERT INTO sms_outbox
              (template, reference, state, created_at, not_after, due_at, urgency)
            SELECT 'VERIFICATION_CODE', ?, 'QUEUED', now(), now() + interval '1 hour', now(), 0
            FROM generate_series(1, 2000)
            """,
            reference);
    assertEquals(2_000, queued);

    List<Long> taken =
        AtOnce.call(64, 16, () -> dispatch.take(BATCH)).stream()
            .flatMap(List::stream)
            .filter(message -> message.reference().equals(reference))
            .map(TakenSms::id)
            .toList();

    assertTrue(taken.size() >= 500, () -> "The application's dispatcher was faster: " + taken);
    assertEquals(taken.size(), Set.copyOf(taken).size());
    assertTrue(OwnerDatabase.execute("DELETE FROM sms_outbox WHERE reference = ?", reference) > 0);
  }

  @Test
  void send_cameTooLate_isDropped() throws Exception {
    transaction.begin();
    VerificationView asked = journey.ask(organisation, asha);
    VerificationId id = asked.verification().id();
    TestClock.INSTANCE.stopAt(asked.code().orElseThrow().codeExpiresAt());
    transaction.commit();

    Eventually.isTrue(() -> states(id).equals(List.of("DROPPED")));
    assertEquals("0", received(id));
    assertEquals(List.of("verification-asked", "sms-dropped"), acts(id));
  }

  @Test
  void send_noLongerWaitedFor_isDropped() throws Exception {
    transaction.begin();
    VerificationId id = journey.asked(organisation, asha);
    journey.cancel(organisation, id);
    transaction.commit();

    Eventually.isTrue(() -> states(id).equals(List.of("DROPPED")));
    assertEquals("0", received(id));
  }

  @Test
  void take_whoeverTookItDiedBeforeBeginning_isTakenAgainAfterAMinute() throws Exception {
    VerificationId id = received();
    TestClock.INSTANCE.stop();
    becomes(id, "QUEUED", Duration.ofMinutes(1));

    TestClock.INSTANCE.advance(Duration.ofMinutes(1).minusNanos(1_000));
    Eventually.pause(LONGER_THAN_A_SWEEP);
    assertEquals(List.of("QUEUED"), states(id));
    TestClock.INSTANCE.advance(Duration.ofNanos(1_000));
    assertEquals(2, journey.messages(id, 2).size());
    assertEquals(List.of("SENT"), states(id));
  }

  @Test
  void tidy_whoeverHandedItOverDied_isInDoubtAndNotSentAgain() throws Exception {
    VerificationId id = received();
    TestClock.INSTANCE.stop();
    becomes(id, "SENDING", Duration.ofSeconds(30));

    TestClock.INSTANCE.advance(Duration.ofSeconds(30).minusNanos(1_000));
    Eventually.pause(LONGER_THAN_A_SWEEP);
    assertEquals(List.of("SENDING"), states(id));
    TestClock.INSTANCE.advance(Duration.ofNanos(1_000));
    Eventually.isTrue(() -> states(id).equals(List.of("IN_DOUBT")));
    Eventually.pause(LONGER_THAN_A_SWEEP);
    assertEquals("1", received(id));
    assertEquals(SmsProgress.IN_DOUBT, journey.look(organisation, id).sms());
    assertTrue(acts(id).contains("sms-in-doubt"), () -> acts(id).toString());
  }

  @Test
  void wholeJourney_leavesNoPlainCodeMobileOrNameInAnyTable() {
    EveryColumn written = EveryColumn.fromNowOn();
    RegisteredPerson person =
        RegisteredPerson.on(RegisteredPerson.freshMobile(), "Zephyrine Quillfeather", 1971, 2);
    VerificationId completed = journey.asked(organisation, person);
    String code = journey.codeOf(completed);
    assertInstanceOf(Completed.class, journey.confirm(organisation, completed, code));
    VerificationId waiting = journey.asked(organisation, person);
    String waitingCode = journey.codeOf(waiting);

    assertEquals(List.of(), written.holding(code));
    assertEquals(List.of(), written.holding(waitingCode));
    assertEquals(List.of(), written.holding(person.mobile().e164().substring(3)));
    assertEquals(List.of(), written.holding("Zephyrine"));
    assertEquals(List.of(), written.holding("Quillfeather"));
    assertEquals(
        List.of(
            "audit_entry.leaf",
            "audit_entry.subject",
            "consent.verification_id",
            "consent_receipt.verification_id",
            "development_inbox.reference",
            "otp_challenge.verification_id",
            "sms_outbox.reference",
            "verification.id"),
        written.holding(completed.value()));
  }

  private VerificationId received() throws Exception {
    transaction.begin();
    VerificationId id = journey.asked(organisation, asha);
    transaction.commit();
    assertEquals(1, journey.messages(id, 1).size());
    Eventually.isTrue(() -> states(id).equals(List.of("SENT")));
    return id;
  }

  private static void becomes(VerificationId id, String state, Duration dueIn) {
    OwnerDatabase.execute(
        "UPDATE sms_outbox SET state = ?, due_at = ? WHERE reference = ?",
        state,
        Timestamp.from(TestClock.INSTANCE.instant().plus(dueIn)),
        id.value());
  }

  private boolean emptyTheOutbox() {
    for (List<TakenSms> due = dispatch.take(BATCH); !due.isEmpty(); due = dispatch.take(BATCH)) {
      due.forEach(sending::send);
    }
    return true;
  }

  private static List<String> states(VerificationId id) {
    return OwnerDatabase.lines("SELECT state FROM sms_outbox WHERE reference = ?", id.value());
  }

  private static String received(VerificationId id) {
    return OwnerDatabase.line(
        "SELECT count(*) FROM development_inbox WHERE reference = ?", id.value());
  }

  private static List<String> acts(VerificationId id) {
    return OwnerDatabase.lines(
        "SELECT act FROM audit_entry WHERE subject = ? ORDER BY at", id.value());
  }
}
