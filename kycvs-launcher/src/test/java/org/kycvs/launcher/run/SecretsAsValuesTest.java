package org.kycvs.launcher.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.shared.settings.SettingException;

class SecretsAsValuesTest {
  private static final String SECRET = "hunter2hunter2";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "KYCVS_MASTER_KEY, hunter2hunter2, KYCVS_MASTER_KEY_FILE",
    "KYCVS_DB_PASSWORD, hunter2hunter2, KYCVS_DB_PASSWORD_FILE",
    "KYCVS_DB_APP_PASSWORD, hunter2hunter2, KYCVS_DB_APP_PASSWORD_FILE",
    "KYCVS_TLS_KEY, hunter2hunter2, KYCVS_TLS_KEY_FILE",
    "KYCVS_MAIL_SMTP_PASSWORD, hunter2hunter2, KYCVS_MAIL_SMTP_PASSWORD_FILE",
    "KYCVS_DB_URL, postgresql://me:hunter2hunter2@h/d, KYCVS_DB_PASSWORD_FILE",
    "KYCVS_DB_URL, jdbc:postgresql://h/d?user=me&password=hunter2hunter2, KYCVS_DB_PASSWORD_FILE",
    "KYCVS_DB_URL, postgresql://h/d?sslpassword=hunter2hunter2, KYCVS_DB_PASSWORD_FILE",
    "KYCVS_SERVER_OPTIONS, -Xmx1g -Djavax.net.ssl.keyStorePassword=hunter2hunter2, _FILE",
    "KYCVS_SERVER_OPTIONS, -Dkycvs.master-key=hunter2hunter2, _FILE"
  })
  void from_secretAsValue_isRefusedInALineThatNamesTheFileAndNotTheSecret(
      String variable, String value, String instead) {
    String line = refusal(Map.of(variable, value));
    assertTrue(line.contains(variable), line);
    assertTrue(line.contains(instead), line);
    assertFalse(line.contains(SECRET), line);
    assertEquals(1, line.lines().count(), line);
  }

  @ParameterizedTest
  @CsvSource({"KYCVS_TLS_KEY_FILE", "KYCVS_DB_PASSWORD_FILE"})
  void from_secretInPlaceOfItsFile_isRefusedWithoutRepeatingIt(String variable) {
    String line =
        refusal(
            Map.of(
                "KYCVS_DB_URL",
                "postgresql://h/d",
                "KYCVS_DB_USER",
                "owner",
                "KYCVS_TLS_CERTIFICATE_FILE",
                "/" + SECRET,
                variable,
                SECRET));
    assertFalse(line.contains(SECRET), line);
  }

  @Test
  void masterKey_inPlaceOfItsFile_isRefusedWithoutRepeatingIt() {
    LauncherSettings settings = from(Map.of("KYCVS_MASTER_KEY_FILE", SECRET));
    DataDirectory data = DataDirectory.open(folder);
    String line =
        String.valueOf(
            assertThrows(SettingException.class, () -> MasterKeyFile.of(settings, data))
                .getMessage());
    assertTrue(line.contains("KYCVS_MASTER_KEY_FILE"), line);
    assertFalse(line.contains(SECRET), line);
  }

  @Test
  void from_serverOptionsWithoutSecrets_areTaken() {
    assertDoesNotThrow(
        () ->
            from(Map.of("KYCVS_SERVER_OPTIONS", "-Xmx1g -Dkycvs.master-key-file=/k -Dsome=value")));
  }

  private static String refusal(Map<String, String> environment) {
    return String.valueOf(
        assertThrows(SettingException.class, () -> from(environment)).getMessage());
  }

  private static LauncherSettings from(Map<String, String> environment) {
    return LauncherSettings.from(new ProcessSettings(environment).settings());
  }
}
