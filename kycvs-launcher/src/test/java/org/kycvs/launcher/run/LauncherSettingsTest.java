package org.kycvs.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.launcher.database.DatabaseSettings;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;

class LauncherSettingsTest {
  @TempDir Path folder;

  @Test
  void from_nothing_isDevelopmentOnLoopback() {
    LauncherSettings settings = from(Map.of());
    assertEquals(Environment.DEVELOPMENT, settings.environment());
    assertTrue(settings.listen().isLoopbackAddress());
  }

  @Test
  void from_developmentOnEveryAddress_isRefused() {
    SettingException refusal =
        assertThrows(SettingException.class, () -> from(Map.of("KYCVS_LISTEN", "0.0.0.0")));
    assertEquals(
        "kycvs.listen (KYCVS_LISTEN) is '0.0.0.0', but must be a loopback address while kycvs.mode"
            + " (KYCVS_MODE) is development",
        refusal.getMessage());
  }

  @Test
  void from_productionWithoutIssuer_isRefused() {
    SettingException refusal =
        assertThrows(SettingException.class, () -> from(Map.of("KYCVS_MODE", "production")));
    assertTrue(
        String.valueOf(refusal.getMessage()).startsWith("kycvs.issuer (KYCVS_ISSUER) is not set"));
  }

  @Test
  void from_budgetThatBreaksThePublishedBound_isRefused() {
    SettingException refusal =
        assertThrows(
            SettingException.class,
            () -> from(Map.of("KYCVS_OTP_MOBILE_WRONG_CODES_IN_24_HOURS", "21")));
    assertEquals(
        "kycvs.otp.mobile-wrong-codes-in-24-hours (KYCVS_OTP_MOBILE_WRONG_CODES_IN_24_HOURS) is"
            + " '21', but must be a whole number from 11 to 20",
        refusal.getMessage());
  }

  @Test
  void from_limitsThatCannotBe_areRefused() {
    for (String name : List.of("KYCVS_RATE_KEY_BURST", "KYCVS_SMS_DAILY_QUOTA")) {
      SettingException refusal =
          assertThrows(SettingException.class, () -> from(Map.of(name, "0")));
      assertTrue(String.valueOf(refusal.getMessage()).contains(name), refusal::getMessage);
    }
  }

  @Test
  void unused_mistypedName_isFound() {
    ProcessSettings process =
        new ProcessSettings(Map.of("KYCVS_MODE", "development", "KYCVS_MOED", "x", "HOME", "/"));
    LauncherSettings settings = LauncherSettings.from(process.settings());
    assertEquals(Environment.DEVELOPMENT, settings.environment());
    assertEquals(List.of("KYCVS_MOED"), process.unused());
  }

  @Test
  void masterKey_development_isMadeOnceForItsOwnerOnly() throws IOException {
    DataDirectory data = DataDirectory.open(folder);
    LauncherSettings settings = from(Map.of());
    Path file = MasterKeyFile.of(settings, data);
    String key = Files.readString(file);
    assertEquals(file, MasterKeyFile.of(settings, data));
    assertEquals(key, Files.readString(file));
    assertEquals("MasterKey(secret)", MasterKeyFile.read(file, Environment.DEVELOPMENT).toString());
  }

  @Test
  void masterKey_production_isNeverMade() {
    DataDirectory data = DataDirectory.open(folder);
    LauncherSettings development = from(Map.of());
    LauncherSettings production =
        new LauncherSettings(
            Environment.PRODUCTION,
            development.listen(),
            development.tls(),
            development.edge(),
            Optional.of("https://kycvs.example"),
            Optional.empty(),
            new DatabaseSettings(Optional.empty(), Optional.empty(), 0),
            development.calendar(),
            development.sms(),
            development.mail(),
            development.log(),
            Optional.empty());
    SettingException refusal =
        assertThrows(SettingException.class, () -> MasterKeyFile.of(production, data));
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("openssl rand -base64 32"),
        refusal.getMessage());
    assertFalse(Files.exists(data.secrets().resolve("master.key")));
  }

  private static LauncherSettings from(Map<String, String> environment) {
    return LauncherSettings.from(new ProcessSettings(environment).settings());
  }
}
