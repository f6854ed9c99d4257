package org.kycvs.otp.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kycvs.otp.entity.BudgetLimit.Kind;
import org.kycvs.otp.entity.BudgetLimit.Scope;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class BudgetSettingsTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofHours(24);

  @Test
  void from_nothing_areTheDefaults() {
    assertEquals(new BudgetSettings(3, 6, 6, 15, 10, 20), from(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "organisation-sends-in-10-minutes, 1, 20",
    "organisation-sends-in-24-hours, 1, 100",
    "mobile-sends-in-10-minutes, 1, 50",
    "mobile-sends-in-24-hours, 1, 200",
    "organisation-wrong-codes-in-24-hours, 3, 10",
    "mobile-wrong-codes-in-24-hours, 11, 20"
  })
  void from_eachName_takesItsBoundsAndNoMore(String name, int least, int most) {
    for (int value : new int[] {least, most}) {
      BudgetSettings set = from(Map.of("kycvs.otp." + name, Integer.toString(value)));
      assertTrue(set.toString().contains("=" + value), set::toString);
    }
    for (int value : new int[] {least - 1, most + 1}) {
      SettingException refusal =
          assertThrows(
              SettingException.class,
              () -> from(Map.of("kycvs.otp." + name, Integer.toString(value))));
      assertTrue(String.valueOf(refusal.getMessage()).contains(name), refusal::getMessage);
    }
  }

  @Test
  void forSending_plainOrganisation_keepsWithinAllSix() {
    assertEquals(
        List.of(
            new BudgetLimit(Kind.WRONG_CODES, Scope.ORGANISATION, 10, DAY),
            new BudgetLimit(Kind.WRONG_CODES, Scope.MOBILE, 20, DAY),
            new BudgetLimit(Kind.SENDS, Scope.ORGANISATION, 3, TEN_MINUTES),
            new BudgetLimit(Kind.SENDS, Scope.ORGANISATION, 6, DAY),
            new BudgetLimit(Kind.SENDS, Scope.MOBILE, 6, TEN_MINUTES),
            new BudgetLimit(Kind.SENDS, Scope.MOBILE, 15, DAY)),
        from(Map.of()).forSending(account(Mode.LIVE, OptionalInt.empty())));
  }

  @Test
  void forSending_organisationWithItsOwnLimits_changesOnlyTheseTwo() {
    BudgetSettings settings = from(Map.of());
    List<BudgetLimit> limits = settings.forSending(account(Mode.LIVE, OptionalInt.of(40)));
    assertEquals(new BudgetLimit(Kind.SENDS, Scope.ORGANISATION, 40, TEN_MINUTES), limits.get(2));
    assertEquals(new BudgetLimit(Kind.SENDS, Scope.ORGANISATION, 40, DAY), limits.get(3));
    assertEquals(new BudgetLimit(Kind.SENDS, Scope.MOBILE, 15, DAY), limits.get(5));
    assertEquals(settings.forComparing(), limits.subList(0, 2));
  }

  @Test
  void account_ofTestMode_isNotCounted() {
    assertTrue(account(Mode.LIVE, OptionalInt.empty()).isCounted());
    assertFalse(account(Mode.TEST, OptionalInt.empty()).isCounted());
  }

  private static BudgetAccount account(Mode mode, OptionalInt own) {
    return new BudgetAccount(mode, new byte[32], OrganisationId.random(), own, own, own);
  }

  private static BudgetSettings from(Map<String, String> values) {
    return BudgetSettings.from(Settings.of(name -> Optional.ofNullable(values.get(name))));
  }
}
