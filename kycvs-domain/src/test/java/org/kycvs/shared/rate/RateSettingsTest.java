package org.kycvs.shared.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.notification.entity.SmsSettings;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class RateSettingsTest {

  @Test
  void from_nothing_areTheDefaults() {
    assertEquals(
        new RateSettings(
            new RateLimit(3_000, 1_000), new RateLimit(6_000, 2_000), new RateLimit(60, 60)),
        RateSettings.from(settings(Map.of())));
    assertEquals(new SmsSettings(10_000, 5_000, 20), SmsSettings.from(settings(Map.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key-requests-per-minute",
        "key-burst",
        "address-requests-per-minute",
        "address-burst",
        "wrong-keys-per-minute",
        "wrong-key-burst"
      })
  void from_eachName_takesItsBoundsAndNoMore(String name) {
    for (int value : new int[] {1, 1_000_000}) {
      RateSettings set = rates(name, value);
      assertTrue(set.toString().contains("=" + value), set::toString);
    }
    for (int value : new int[] {0, 1_000_001}) {
      SettingException refusal = assertThrows(SettingException.class, () -> rates(name, value));
      assertTrue(String.valueOf(refusal.getMessage()).contains(name), refusal::getMessage);
    }
  }

  @Test
  void from_dailyQuota_takesItsBoundsAndNoMore() {
    for (int value : new int[] {1, 10_000_000}) {
      assertEquals(value, messages(value).dailyQuota());
    }
    for (int value : new int[] {0, 10_000_001}) {
      assertThrows(SettingException.class, () -> messages(value));
    }
  }

  private static RateSettings rates(String name, int value) {
    return RateSettings.from(settings(Map.of("kycvs.rate." + name, Integer.toString(value))));
  }

  private static SmsSettings messages(int value) {
    return SmsSettings.from(settings(Map.of("kycvs.sms.daily-quota", Integer.toString(value))));
  }

  private static Settings settings(Map<String, String> values) {
    return Settings.of(name -> Optional.ofNullable(values.get(name)));
  }
}
