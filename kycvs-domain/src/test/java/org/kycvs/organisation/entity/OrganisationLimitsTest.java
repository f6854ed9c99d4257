package org.kycvs.organisation.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.kycvs.organisation.entity.OrganisationLimit.DAILY_SMS_QUOTA;
import static org.kycvs.organisation.entity.OrganisationLimit.REQUEST_BURST;
import static org.kycvs.organisation.entity.OrganisationLimit.SENDS_IN_24_HOURS;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrganisationLimitsTest {

  @Test
  void with_setsTheNamedAndTakesBackTheOthers() {
    OrganisationLimits before =
        new OrganisationLimits(Map.of(REQUEST_BURST, 5, DAILY_SMS_QUOTA, 50));

    OrganisationLimits after =
        before.with(
            new OrganisationLimits(Map.of(REQUEST_BURST, 6, SENDS_IN_24_HOURS, 9)),
            Set.of(DAILY_SMS_QUOTA));

    assertEquals(OptionalInt.of(6), after.of(REQUEST_BURST));
    assertEquals(OptionalInt.of(9), after.of(SENDS_IN_24_HOURS));
    assertEquals(OptionalInt.empty(), after.of(DAILY_SMS_QUOTA));
  }

  @Test
  void of_outOfBounds_isRefused() {
    for (OrganisationLimit limit : OrganisationLimit.values()) {
      for (int number : new int[] {0, limit.most() + 1}) {
        assertThrows(
            IllegalArgumentException.class, () -> new OrganisationLimits(Map.of(limit, number)));
      }
      assertEquals(
          OptionalInt.of(limit.most()),
          new OrganisationLimits(Map.of(limit, limit.most())).of(limit));
    }
  }

  @Test
  void named_knowsTheNamesOfTheOptions() {
    assertEquals(Optional.of(DAILY_SMS_QUOTA), OrganisationLimit.named("daily-sms-quota"));
    assertEquals(Optional.of(SENDS_IN_24_HOURS), OrganisationLimit.named("sends-in-24-hours"));
    assertEquals(Optional.empty(), OrganisationLimit.named("daily_sms_quota"));
  }
}
