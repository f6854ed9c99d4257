package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.Calls;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.Completed;
import org.kycvs.verification.entity.HistoryFilter;
import org.kycvs.verification.entity.Question;
import org.kycvs.verification.entity.Verification;
import org.kycvs.verification.entity.VerificationState;

/** What an organisation sees of what it asked. */
class VerificationHistoryIT extends InContainer {
  private static final HistoryFilter ALL =
      new HistoryFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private static final int LIMIT = 3;

  @Inject private Journey journey;
  @Inject private KeyedCalls calls;
  @Inject private VerificationHistory history;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
    TestClock.INSTANCE.stop();
  }

  @Test
  void list_moreThanAPage_goesOnWithTheCursorNewestFirst() {
    List<Verification> asked = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      asked.add(journey.askAboutAnybody(organisation).verification());
      if (i % 4 == 0) { // so that most share their instant with others, across pages
        TestClock.INSTANCE.advance(Duration.ofSeconds(1));
      }
    }
    List<VerificationId> newestFirst =
        asked.stream()
            .sorted(
                Comparator.comparing(Verification::createdAt)
                    .thenComparing(one -> one.id().value())
                    .reversed())
            .map(Verification::id)
            .toList();

    HistoryPage first = list(ALL, Optional.empty());
    HistoryPage second = list(ALL, first.nextCursor());
    TestClock.INSTANCE.advance(Duration.ofSeconds(1));
    VerificationId askedMeanwhile = journey.askAboutAnybody(organisation).verification().id();
    HistoryPage third = list(ALL, second.nextCursor());

    assertEquals(newestFirst.subList(0, 3), ids(first));
    assertEquals(newestFirst.subList(3, 6), ids(second));
    assertEquals(newestFirst.subList(6, 8), ids(third));
    assertEquals(Optional.empty(), third.nextCursor());
    assertEquals(askedMeanwhile, ids(list(ALL, Optional.empty())).get(0));
  }

  @Test
  void list_justAPageful_hasNoCursor() {
    for (int i = 0; i < LIMIT; i++) {
      journey.asked(organisation, asha);
    }
    HistoryPage page = list(ALL, Optional.empty());
    assertEquals(LIMIT, page.items().size());
    assertEquals(Optional.empty(), page.nextCursor());
  }

  @Test
  void list_fromAndTo_includeTheOneAndExcludeTheOther() {
    Instant from = TestClock.INSTANCE.instant();
    VerificationId atFrom = journey.asked(organisation, asha);
    TestClock.INSTANCE.advance(Duration.ofSeconds(1));
    Instant to = TestClock.INSTANCE.instant();
    VerificationId atTo = journey.asked(organisation, asha);

    assertEquals(List.of(atTo, atFrom), found(between(Optional.of(from), Optional.empty())));
    assertEquals(List.of(atFrom), found(between(Optional.of(from), Optional.of(to))));
    assertEquals(List.of(atTo), found(between(Optional.of(to), Optional.empty())));
    assertEquals(
        List.of(atTo),
        found(between(Optional.of(from.plusNanos(1_000)), Optional.of(to.plusNanos(1_000)))));
  }

  @Test
  void list_byPurposeOrReference_findsThese() {
    VerificationId checkIn = ask(AskingOrganisation.CHECK_IN, "room 1");
    VerificationId event = ask(AskingOrganisation.EVENT, "seat 2");

    assertEquals(
        List.of(event),
        found(
            new HistoryFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(AskingOrganisation.EVENT),
                Optional.empty(),
                Optional.empty())));
    assertEquals(List.of(checkIn), found(withReference("room 1")));
    assertEquals(List.of(), found(withReference("room")));
  }

  @Test
  void list_byState_countsOverdueOnesAsEnded() {
    VerificationView overdue = journey.ask(organisation, asha);
    VerificationView consented =
        journey.ask(organisation, Mode.LIVE, Journey.question(asha.mobile(), "Someone Else"));
    VerificationId consentedId = consented.verification().id();
    journey.confirm(organisation, consentedId, journey.codeOf(consentedId));
    assertEquals(List.of(consentedId), found(in(VerificationState.CONSENTED)));
    assertEquals(List.of(overdue.verification().id()), found(in(VerificationState.AWAITING_CODE)));

    TestClock.INSTANCE.stopAt(overdue.verification().expiresAt());
    VerificationId waiting = journey.asked(organisation, asha);

    assertEquals(List.of(waiting), found(in(VerificationState.AWAITING_CODE)));
    assertEquals(List.of(overdue.verification().id()), found(in(VerificationState.EXPIRED)));
    assertEquals(List.of(), found(in(VerificationState.CONSENTED)));
    assertEquals(List.of(consentedId), found(in(VerificationState.NO_MATCH)));
    assertEquals(
        VerificationState.EXPIRED, journey.look(organisation, overdue.verification().id()).state());
  }

  @Test
  void list_completedAndCancelled_areThereInTheirStates() {
    VerificationId completed = complete();
    VerificationId cancelled = journey.asked(organisation, asha);
    journey.cancel(organisation, cancelled);
    assertEquals(List.of(completed), found(in(VerificationState.COMPLETED)));
    assertEquals(List.of(cancelled), found(in(VerificationState.CANCELLED)));
  }

  @Test
  void list_othersVerifications_areNotThere() {
    journey.asked(organisation, asha);
    AskingOrganisation other = AskingOrganisation.make();
    assertEquals(
        List.of(),
        ids(
            calls.as(
                Calls.with(other.live()), c -> history.list(c, ALL, Optional.empty(), LIMIT))));
    assertEquals(
        List.of(),
        ids(
            calls.as(
                Calls.with(organisation.test()),
                c -> history.list(c, ALL, Optional.empty(), LIMIT))));
  }

  @Test
  void list_cursorOfAnotherList_isInvalid() {
    for (int i = 0; i < LIMIT + 1; i++) {
      ask(AskingOrganisation.CHECK_IN, "room 1");
    }
    String cursor = list(ALL, Optional.empty()).nextCursor().orElseThrow();
    char last = cursor.charAt(cursor.length() - 2);
    String changed =
        cursor.substring(0, cursor.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + cursor.charAt(cursor.length() - 1);
    AskingOrganisation other = AskingOrganisation.make();

    assertEquals(1, list(ALL, Optional.of(cursor)).items().size());
    assertInvalid(() -> list(withReference("room 1"), Optional.of(cursor)));
    assertInvalid(
        () ->
            calls.as(
                Calls.with(other.live()), c -> history.list(c, ALL, Optional.of(cursor), LIMIT)));
    assertInvalid(
        () ->
            calls.as(
                Calls.with(organisation.test()),
                c -> history.list(c, ALL, Optional.of(cursor), LIMIT)));
    for (String text : List.of(changed, "", "AAAA", "not base64!", cursor + cursor)) {
      assertInvalid(() -> list(ALL, Optional.of(text)));
    }
  }

  @Test
  void statement_notCompleted_isNotFound() {
    VerificationId id = journey.asked(organisation, asha);
    assertProblem(
        ProblemCode.NOT_FOUND,
        () -> calls.as(Calls.with(organisation.live()), caller -> history.statement(caller, id)));
    assertProblem(
        ProblemCode.NOT_FOUND,
        () -> calls.as(Calls.with(organisation.live()), caller -> history.receipt(caller, id)));
  }

  @Test
  void statement_completed_isTheOneThatWasHandedOut() {
    VerificationId id = complete();
    assertEquals(
        journey.look(organisation, id).verification().answer().orElseThrow().statement(),
        calls.as(Calls.with(organisation.live()), caller -> history.statement(caller, id)));
  }

  @Test
  void statement_consentWithdrawn_isRefused() {
    VerificationId id = complete();
    OwnerDatabase.execute(
        "UPDATE consent SET state = 'WITHDRAWN', withdrawn_at = now() WHERE verification_id = ?",
        id.value());
    assertProblem(
        ProblemCode.CONSENT_WITHDRAWN,
        () -> calls.as(Calls.with(organisation.live()), caller -> history.statement(caller, id)));
    assertEquals(false, journey.look(organisation, id).consent().orElseThrow().isGiven());
  }

  private VerificationId complete() {
    VerificationId id = journey.asked(organisation, asha);
    assertInstanceOf(Completed.class, journey.confirm(organisation, id, journey.codeOf(id)));
    return id;
  }

  private VerificationId ask(String purpose, String reference) {
    return journey
        .ask(
            organisation,
            Mode.LIVE,
            new Question(
                RegisteredPerson.freshMobile(),
                asha.name(),
                OptionalInt.empty(),
                purpose,
                Optional.of(reference),
                Optional.empty(),
                "en",
                Optional.empty()))
        .verification()
        .id();
  }

  private HistoryPage list(HistoryFilter filter, Optional<String> cursor) {
    return calls.as(
        Calls.with(organisation.live()), caller -> history.list(caller, filter, cursor, LIMIT));
  }

  private List<VerificationId> found(HistoryFilter filter) {
    return ids(list(filter, Optional.empty()));
  }

  private static List<VerificationId> ids(HistoryPage page) {
    return page.items().stream().map(item -> item.verification().id()).toList();
  }

  private static HistoryFilter between(Optional<Instant> from, Optional<Instant> to) {
    return new HistoryFilter(from, to, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static HistoryFilter in(VerificationState state) {
    return new HistoryFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(state), Optional.empty());
  }

  private static HistoryFilter withReference(String reference) {
    return new HistoryFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(reference));
  }

  private static void assertInvalid(Executable call) {
    assertProblem(ProblemCode.CURSOR_INVALID, call);
  }

  private static void assertProblem(ProblemCode code, Executable call) {
    assertEquals(code, assertThrows(ProblemException.class, call).code());
  }
}
