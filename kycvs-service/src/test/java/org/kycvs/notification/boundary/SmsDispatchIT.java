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
import org.kycvs.notification.entity.SmsProgress;
import org.kycvs.notification.control.TakenSms;
import org.kycvs.notification.entity.ReceivedSms;
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

  @Inject private Journey journey;
  @Inject private SmsDispatch dispatch;
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
    assertEquals(List.of("SENT"), states(id));
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
            INSERT INTO sms_outbox (template, reference, state, created_at, not_after, due_at)
            SELECT 'VERIFICATION_CODE', ?, 'QUEUED', now(), now() + interval '1 hour', now()
            FROM generate_series(1, 2000)
            """,
            reference);
    assertEquals(2_000, queued);

    List<Long> taken =
        AtOnce.call(64, 16, dispatch::take).stream()
            .flatMap(List::stream)
            .filter(message -> message.reference().equals(reference))
            .map(TakenSms::id)
            .toList();

    assertTrue(taken.size() >= 500, () -> "The application's dispatcher was faster: " + taken);
    assertEquals(taken.size(), Set.copyOf(taken).size());
    assertEquals(
        "1",
        OwnerDatabase.line("SELECT max(attempts) FROM sms_outbox WHERE reference = ?", reference));
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
  void send_whoeverTookItDied_isTakenAgainAfterFifteenSeconds() throws Exception {
    transaction.begin();
    VerificationId id = journey.asked(organisation, asha);
    transaction.commit();
    assertEquals(1, journey.messages(id, 1).size());
    TestClock.INSTANCE.stop();
    OwnerDatabase.execute(
        "UPDATE sms_outbox SET state = 'SENDING', due_at = ? WHERE reference = ?",
        Timestamp.from(TestClock.INSTANCE.instant().plusSeconds(15)),
        id.value());

    TestClock.INSTANCE.advance(Duration.ofSeconds(15).minusNanos(1_000));
    Eventually.pause(LONGER_THAN_A_SWEEP);
    assertEquals(List.of("SENDING"), states(id));
    TestClock.INSTANCE.advance(Duration.ofNanos(1_000));
    assertEquals(2, journey.messages(id, 2).size());
    assertEquals(List.of("SENT"), states(id));
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

  private boolean emptyTheOutbox() {
    for (List<TakenSms> due = dispatch.take(); !due.isEmpty(); due = dispatch.take()) {
      due.forEach(dispatch::send);
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
