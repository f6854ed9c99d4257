package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
 * ask anew, have codes sent again, cancel, guess all at once or one by one, by day and in bursts,
 * and are back at the very instant that a refusal names. Each attack has dice of its own.
 */
class AttackedDayIT extends InContainer {
  private static final int ATTACKS = 6;
  private static final Duration ATTACK = Duration.ofHours(50);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @Inject private Journey journey;
  @Inject private Guesser guesser;

  private record Event(OrganisationId by, Instant at) {}

  private record Waiting(AskingOrganisation by, VerificationId id) {}

  private final List<Event> sends = new ArrayList<>();
  private final List<Event> wrongCodes = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Duration> toldToWait = new ArrayList<>();

  private List<AskingOrganisation> attackers = List.of();
  private MobileNumber mobile = RegisteredPerson.freshMobile();
  private SplittableRandom dice = new SplittableRandom(0);

  @Test
  void attack_whateverIsTried_keepsWithinEveryLimitInAnyWindow() {
    TestClock.INSTANCE.stop();
    long mostWrongCodes = 0;
    for (int seed = 1; seed <= ATTACKS; seed++) {
      conspire(seed);
      attack();
      assertWithinLimits("Attack " + seed + ": " + wrongCodes);
      mostWrongCodes = Math.max(mostWrongCodes, most(wrongCodes, DAY, event -> true));
    }
    assertEquals(20, mostWrongCodes, "They got as far as they may");
  }

  private void conspire(int seed) {
    // One of them has limits of its own: those over all hold for it, too.
    attackers =
        Stream.concat(
                Stream.of(AskingOrganisation.make().maySend(100)),
                Stream.generate(AskingOrganisation::make).limit(3))
            .toList();
    mobile = RegisteredPerson.freshMobile();
    dice = new SplittableRandom(seed);
    sends.clear();
    wrongCodes.clear();
    waiting.clear();
  }

  private void attack() {
    Instant end = TestClock.INSTANCE.instant().plus(ATTACK);
    while (TestClock.INSTANCE.instant().isBefore(end)) {
      toldToWait.clear();
      attackers.stream().filter(attacker -> dice.nextBoolean()).forEach(this::ask);
      waiting.removeIf(this::goOn);
      TestClock.INSTANCE.advance(pause());
    }
  }

  /** What a refusal told, or a while in which a verification lives on, or hours. */
  private Duration pause() {
    return switch (dice.nextInt(3)) {
      case 0 -> toldToWait.stream().min(Comparator.naturalOrder()).orElse(Duration.ZERO);
      case 1 -> Duration.ofSeconds(dice.nextInt(30, 540));
      default -> Duration.ofSeconds(dice.nextInt(540, 6 * 3600));
    };
  }

  private void assertWithinLimits(String attack) {
    assertTrue(most(wrongCodes, DAY, event -> true) <= 20, attack);
    assertTrue(most(sends, DAY, event -> true) <= 15, attack);
    assertTrue(most(sends, TEN_MINUTES, event -> true) <= 6, attack);
    for (AskingOrganisation attacker : attackers) {
      Predicate<Event> own = event -> event.by().equals(attacker.id());
      assertTrue(most(wrongCodes, DAY, own) <= 10, attack);
      if (attacker != attackers.get(0)) {
        assertTrue(most(sends, DAY, own) <= 6, attack);
        assertTrue(most(sends, TEN_MINUTES, own) <= 3, attack);
      }
    }
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
    while (result instanceof CodeWrong && dice.nextBoolean()) {
      result = guess(one);
    }
    if (result instanceof OverBudget over) {
      toldToWait.add(over.by().retryAfter());
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

  private void note(AskingOrganisation attacker, Sending sending) {
    if (sending instanceof Sending.Accepted) {
      sends.add(new Event(attacker.id(), TestClock.INSTANCE.instant()));
    } else if (sending instanceof Sending.OverBudget over) {
      toldToWait.add(over.by().retryAfter());
    }
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
