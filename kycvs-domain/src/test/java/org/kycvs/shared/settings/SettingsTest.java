package org.kycvs.shared.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void number_notSet_isTheDefault() {
    assertEquals(3, settings(Map.of()).number("kycvs.otp.tries", 3, 1, 5));
  }

  @Test
  void number_outOfBounds_saysWhichNameWhatValueAndWhatIsAllowed() {
    Settings settings = settings(Map.of("kycvs.otp.tries", "9"));
    SettingException refusal =
        assertThrows(SettingException.class, () -> settings.number("kycvs.otp.tries", 3, 1, 5));
    assertEquals(
        "kycvs.otp.tries (KYCVS_OTP_TRIES) is '9', but must be a whole number from 1 to 5",
        refusal.getMessage());
  }

  @Test
  void duration_inWords_isRefused() {
    Settings settings = settings(Map.of("kycvs.otp.code-life", "5 minutes"));
    assertThrows(
        SettingException.class,
        () ->
            settings.duration(
                "kycvs.otp.code-life",
                Duration.ofMinutes(5),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10)));
  }

  @Test
  void environment_notSet_isProduction() {
    assertEquals(Environment.PRODUCTION, Environment.from(settings(Map.of())));
  }

  @Test
  void environment_development_isTheEscapeHatch() {
    assertEquals(
        Environment.DEVELOPMENT, Environment.from(settings(Map.of("kycvs.mode", "development"))));
  }

  private static Settings settings(Map<String, String> values) {
    return Settings.of(name -> Optional.ofNullable(values.get(name)));
  }
}
