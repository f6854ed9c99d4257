package org.kycvs.registry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.StatusRule;
import org.kycvs.registry.entity.VaccinationStatus;

/** Reads rules from real PostgreSQL, under the application's role. */
class StatusRulesIT {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);

  private final RegistryFixture registry = new RegistryFixture();
  private final Watch watch = new Watch();
  private final StatusRules rules =
      new StatusRules(new RegistryDatabase(registry.database.application()), watch);

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void inForceOn_dayBeforeAnyRule_thereIsNone() {
    assertThrows(IllegalStateException.class, () -> rules.inForceOn(FIRST_DAY.minusDays(1)));
    assertEquals("in-2026-1", rules.inForceOn(FIRST_DAY).name());
  }

  @Test
  void inForceOn_rowOfNextYear_answersFromItsFirstDay() {
    addRuleOfNextYear();
    assertEquals("in-2026-1", rules.inForceOn(NEXT_YEAR.minusDays(1)).name());
    StatusRule next = rules.inForceOn(NEXT_YEAR);
    assertEquals("in-2027-1", next.name());
    List<Dose> doses = List.of(Dose.given(1, "COVAXIN", LocalDate.of(2021, 5, 1)));
    assertEquals(VaccinationStatus.FULLY_VACCINATED, next.statusOf(doses, NEXT_YEAR));
  }

  @Test
  void inForceOn_ruleAdded_isSeenAfterAMinute() {
    assertEquals("in-2026-1", rules.inForceOn(NEXT_YEAR).name());
    addRuleOfNextYear();
    watch.now = watch.now.plusSeconds(60).minusNanos(1);
    assertEquals("in-2026-1", rules.inForceOn(NEXT_YEAR).name());
    watch.now = watch.now.plusNanos(1);
    assertEquals("in-2027-1", rules.inForceOn(NEXT_YEAR).name());
  }

  private void addRuleOfNextYear() {
    registry.execute("INSERT INTO status_rule VALUES ('in-2027-1', '2027-01-01', '2020-12-01', 0)");
    registry.execute(
        "INSERT INTO status_rule_product VALUES ('in-2027-1', 'COVAXIN', 1, 0, 'BBV152')");
  }

  /** Goes only when told. */
  private static final class Watch extends Clock {
    private Instant now = RegistryFixture.NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
