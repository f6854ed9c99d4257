package org.kycvs.launcher.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class DatabaseSettingsTest {
  @TempDir Path folder;

  @Test
  void from_nothing_isTheEmbeddedDatabaseOnAnyPort() {
    DatabaseSettings settings = from(Map.of());
    assertTrue(settings.external().isEmpty());
    assertEquals(0, settings.embeddedPort());
  }

  @Test
  void from_urlUserAndPassword_isAnExternalDatabase() throws IOException {
    DatabaseSettings settings = from(external());
    assertEquals(
        Optional.of(
            new DatabaseLogin(DatabaseAddress.parse("postgresql://h/d"), "owner", "secret")),
        settings.external());
    assertTrue(settings.application().isEmpty());
  }

  @Test
  void from_urlWithPassword_isRefusedWithoutRepeatingIt() {
    SettingException refusal =
        assertThrows(
            SettingException.class,
            () -> from(Map.of("kycvs.db.url", "postgresql://me:secret@h/d")));
    assertFalse(String.valueOf(refusal.getMessage()).contains("secret"), refusal.getMessage());
    assertTrue(String.valueOf(refusal.getMessage()).contains("KYCVS_DB_URL"), refusal.getMessage());
  }

  @Test
  void from_urlWithoutUser_namesWhatIsMissing() {
    SettingException refusal =
        assertThrows(
            SettingException.class, () -> from(Map.of("kycvs.db.url", "postgresql://h/d")));
    assertEquals(
        "kycvs.db.user (KYCVS_DB_USER) is not set: name the role that signs in to h:5432/d",
        refusal.getMessage());
  }

  @Test
  void from_sameRoleForOwnerAndApplication_isRefused() throws IOException {
    Map<String, String> values = external();
    values.put("kycvs.db.app-user", "owner");
    values.put("kycvs.db.app-password-file", values.get("kycvs.db.password-file"));
    assertThrows(SettingException.class, () -> from(values));
  }

  private Map<String, String> external() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "secret\n");
    return new HashMap<>(
        Map.of(
            "kycvs.db.url", "postgresql://h/d",
            "kycvs.db.user", "owner",
            "kycvs.db.password-file", password.toString()));
  }

  private static DatabaseSettings from(Map<String, String> values) {
    return DatabaseSettings.from(Settings.of(name -> Optional.ofNullable(values.get(name))));
  }
}
