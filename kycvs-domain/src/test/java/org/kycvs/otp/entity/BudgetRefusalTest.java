package org.kycvs.otp.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.otp.entity.BudgetLimit.Kind;
import org.kycvs.otp.entity.BudgetLimit.Scope;

/** Windows to the microsecond, and what is told of the wait. */
class BudgetRefusalTest {
  private static final Duration INSTANT = Duration.ofNanos(1_000);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Instant EVENT = Instant.parse("2026-11-21T09:30:00Z");

  @Test
  void of_fewerThanN_isNone() {
    BudgetStanding fewer =
        new BudgetStanding(limit(Kind.SENDS, Scope.MOBILE, DAY), Optional.empty());
    assertEquals(Optional.empty(), BudgetRefusal.of(List.of(fewer), EVENT));
  }

  @Test
  void of_atTheInstantOfTheNthEvent_waitsTheWholeWindow() {
    assertEquals(
        refusal(Kind.SENDS, Scope.ORGANISATION, TEN_MINUTES),
        of(EVENT, standing(Kind.SENDS, Scope.ORGANISATION, TEN_MINUTES)));
  }

  @Test
  void of_justBeforeTheWindowIsOver_waitsASecond() {
    assertEquals(
        refusal(Kind.SENDS, Scope.ORGANISATION, Duration.ofSeconds(1)),
        of(
            EVENT.plus(TEN_MINUTES).minus(INSTANT),
            standing(Kind.SENDS, Scope.ORGANISATION, TEN_MINUTES)));
  }

  @Test
  void of_windowsLengthAfterTheNthEvent_isNone() {
    assertEquals(
        Optional.empty(),
        of(EVENT.plus(TEN_MINUTES), standing(Kind.SENDS, Scope.ORGANISATION, TEN_MINUTES)));
  }

  @Test
  void of_eventOfAClockThatIsAhead_counts() {
    assertEquals(
        refusal(Kind.WRONG_CODES, Scope.ORGANISATION, DAY.plusSeconds(2)),
        of(EVENT.minusSeconds(2), standing(Kind.WRONG_CODES, Scope.ORGANISATION, DAY)));
  }

  @Test
  void of_budgetOverAllOrganisations_tellsWholeHours() {
    BudgetStanding day = standing(Kind.WRONG_CODES, Scope.MOBILE, DAY);
    Duration hour = Duration.ofHours(1);
    assertEquals(refusal(Kind.WRONG_CODES, Scope.MOBILE, DAY), of(EVENT, day));
    assertEquals(refusal(Kind.WRONG_CODES, Scope.MOBILE, DAY), of(EVENT.plus(INSTANT), day));
    assertEquals(
        refusal(Kind.WRONG_CODES, Scope.MOBILE, DAY.minus(hour)), of(EVENT.plus(hour), day));
    assertEquals(
        refusal(Kind.WRONG_CODES, Scope.MOBILE, hour), of(EVENT.plus(DAY).minus(INSTANT), day));
    assertEquals(Optional.empty(), of(EVENT.plus(DAY), day));
    assertEquals(
        refusal(Kind.SENDS, Scope.MOBILE, hour),
        of(EVENT, standing(Kind.SENDS, Scope.MOBILE, TEN_MINUTES)));
  }

  @Test
  void of_severalReached_waitsForTheLast() {
    assertEquals(
        refusal(Kind.SENDS, Scope.ORGANISATION, DAY),
        of(
            EVENT,
            standing(Kind.SENDS, Scope.MOBILE, TEN_MINUTES),
            standing(Kind.SENDS, Scope.ORGANISATION, DAY),
            standing(Kind.SENDS, Scope.ORGANISATION, TEN_MINUTES)));
  }

  @Test
  void of_sendsAndWrongCodesReached_isOfWrongCodes() {
    assertEquals(
        refusal(Kind.WRONG_CODES, Scope.MOBILE, Duration.ofHours(1)),
        of(
            EVENT.plus(DAY).minusSeconds(60),
            standing(Kind.WRONG_CODES, Scope.ORGANISATION, DAY),
            standing(Kind.SENDS, Scope.MOBILE, DAY)));
  }

  @Test
  void limit_ofNoneOrLongerThanADay_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new BudgetLimit(Kind.SENDS, Scope.MOBILE, 0, TEN_MINUTES));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BudgetLimit(Kind.SENDS, Scope.MOBILE, 1, DAY.plus(INSTANT)));
  }

  private static Optional<BudgetRefusal> of(Instant now, BudgetStanding... standings) {
    return BudgetRefusal.of(List.of(standings), now);
  }

  private static Optional<BudgetRefusal> refusal(Kind kind, Scope scope, Duration retryAfter) {
    return Optional.of(new BudgetRefusal(kind, scope, retryAfter));
  }

  private static BudgetStanding standing(Kind kind, Scope scope, Duration window) {
    return new BudgetStanding(limit(kind, scope, window), Optional.of(EVENT));
  }

  private static BudgetLimit limit(Kind kind, Scope scope, Duration window) {
    return new BudgetLimit(kind, scope, 3, window);
  }
}
