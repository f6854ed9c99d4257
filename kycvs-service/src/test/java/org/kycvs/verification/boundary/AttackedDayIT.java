package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.Guesser;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.CodeExpired;
import org.kycvs.verification.boundary.Confirmation.CodeWrong;
import org.kycvs.verification.boundary.Confirmation.OverBudget;

/**
 * Several organisations that have conspired to guess one mobile's code, for two days and more: they
 * ask anew, have codes sent again, cancel, guess all at once or one by one, and are back at the
 * very instant that a refusal names.
 */
class AttackedDayIT extends InContainer {
  private static final Duration ATTACK = Duration.ofHours(50);
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @Inject private Journey journey;
  @Inject private Guesser guesser;

  private record Event(OrganisationId by, Instant at) {}

  private record Waiting(AskingOrganisation by, VerificationId id) {}

  private final List<Event> sends = new ArrayList<>();
  private final List<Event> wrongCodes = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();

  private List<AskingOrganisation> attackers = List.of();
  private MobileNumber mobile = RegisteredPerson.freshMobile();
  private Duration next = PATIENCE;

  @BeforeEach
  void conspire() {
    // One of them has limits of its own: those over all hold for it, too.
    attackers =
        Stream.concat(
                Stream.of(AskingOrganisation.make().maySend(100)),
                Stream.generate(AskingOrganisation::make).limit(3))
            .toList();
    mobile = RegisteredPerson.freshMobile();
    TestClock.INSTANCE.stop();
  }

  @Test
  void attack_whateverIsTried_keepsWithinEveryLimitInAnyWindow() {
    Instant end = TestClock.INSTANCE.instant().plus(ATTACK);
    while (TestClock.INSTANCE.instant().isBefore(end)) {
      next = PATIENCE;
      attackers.forEach(this::ask);
      waiting.removeIf(this::goOn);
      TestClock.INSTANCE.advance(next);
    }

    assertEquals(20, most(wrongCodes, DAY, event -> true));
    assertTrue(most(sends, DAY, event -> true) <= 15);
    assertTrue(most(sends, TEN_MINUTES, event -> true) <= 6);
    attackers.forEach(
        attacker ->
            assertTrue(
                most(wrongCodes, DAY, event -> event.by().equals(attacker.id())) <= 10,
                wrongCodes::toString));
    attackers
        .subList(1, attackers.size())
        .forEach(
            attacker -> {
              assertTrue(most(sends, DAY, event -> event.by().equals(attacker.id())) <= 6);
              assertTrue(most(sends, TEN_MINUTES, event -> event.by().equals(attacker.id())) <= 3);
            });
    assertTrue(wrongCodes.size() >= 40, "They came back on the next day: " + wrongCodes.size());
  }

  private void ask(AskingOrganisation attacker) {
    Sending sending = journey.tryToAsk(attacker, mobile);
    note(attacker, sending);
    if (sending instanceof Sending.Accepted accepted) {
      waiting.add(new Waiting(attacker, accepted.view().verification().id()));
    }
  }

  /** Says whether there is no use in this one any more. */
  private boolean goOn(Waiting one) {
    Confirmation result = guess(one);
    while (result instanceof CodeWrong && isHasty(one)) {
      result = guess(one);
    }
    if (result instanceof OverBudget over) {
      isBackAfter(over.by().retryAfter());
      journey.cancel(one.by(), one.id());
      return true;
    }
    boolean waits =
        result instanceof CodeExpired || result instanceof CodeWrong wrong && wrong.triesLeft() > 0;
    if (waits) {
      note(one.by(), journey.tryToSendAgain(one.by(), one.id()));
    }
    return !waits;
  }

  private Confirmation guess(Waiting one) {
    Confirmation result = guesser.guess(one.by(), one.id());
    if (result instanceof CodeWrong) {
      wrongCodes.add(new Event(one.by().id(), TestClock.INSTANCE.instant()));
    }
    return result;
  }

  /** Every other one. */
  private boolean isHasty(Waiting one) {
    return attackers.indexOf(one.by()) % 2 == 0;
  }

  private void note(AskingOrganisation attacker, Sending sending) {
    if (sending instanceof Sending.Accepted) {
      sends.add(new Event(attacker.id(), TestClock.INSTANCE.instant()));
    } else if (sending instanceof Sending.OverBudget over) {
      isBackAfter(over.by().retryAfter());
    }
  }

  private void isBackAfter(Duration wait) {
    next = Stream.of(next, wait).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The most events in any window of that length, which always begins with one of them. */
  private static long most(List<Event> events, Duration window, Predicate<Event> whose) {
    List<Instant> times = events.stream().filter(whose).map(Event::at).toList();
    return times.stream()
        .mapToLong(
            from ->
                times.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(window)))
                    .count())
        .max()
        .orElse(0);
  }
}
