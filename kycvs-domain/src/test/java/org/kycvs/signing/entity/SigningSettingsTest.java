package org.kycvs.signing.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class SigningSettingsTest {

  @Test
  void issuer_notSetInDevelopment_isOnLoopback() {
    SigningSettings settings = settings(Map.of(), Environment.DEVELOPMENT);
    assertEquals("http://localhost:8080", settings.issuer(Mode.LIVE).value());
    assertEquals("http://localhost:8080/test", settings.issuer(Mode.TEST).value());
  }

  @Test
  void issuer_set_isTheEscapeHatch() {
    SigningSettings settings =
        settings(Map.of("kycvs.issuer", "https://kycvs.example"), Environment.PRODUCTION);
    assertEquals("https://kycvs.example", settings.live().value());
  }

  @Test
  void issuer_notSetInProduction_isRefused() {
    assertThrows(SettingException.class, () -> settings(Map.of(), Environment.PRODUCTION));
  }

  @Test
  void issuer_httpInProduction_saysWhatIsAllowed() {
    SettingException refusal =
        assertThrows(
            SettingException.class,
            () -> settings(Map.of("kycvs.issuer", "http://a.example"), Environment.PRODUCTION));
    assertEquals(
        "kycvs.issuer (KYCVS_ISSUER) is 'http://a.example', but must be an https URI in production",
        refusal.getMessage());
  }

  @Test
  void issuer_trailingSlash_isRefused() {
    assertThrows(
        SettingException.class,
        () -> settings(Map.of("kycvs.issuer", "http://a.example/"), Environment.DEVELOPMENT));
  }

  private static SigningSettings settings(Map<String, String> values, Environment environment) {
    return SigningSettings.from(
        Settings.of(name -> Optional.ofNullable(values.get(name))), environment);
  }
}
