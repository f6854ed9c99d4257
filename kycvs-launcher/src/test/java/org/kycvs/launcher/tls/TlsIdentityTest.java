package org.kycvs.launcher.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class TlsIdentityTest {
  private static final String CERTIFICATE = "kycvs.tls.certificate-file";
  private static final String KEY = "kycvs.tls.key-file";

  @TempDir Path folder;

  @Test
  void from_nothing_isNone() {
    assertTrue(TlsIdentity.from(settings(Map.of()), Clock.systemUTC()).isEmpty());
  }

  @Test
  void from_oneOfBoth_isRefused() throws IOException {
    String file = file("-----BEGIN NOTHING-----");
    assertTrue(
        refusal(Map.of(KEY, file))
            .startsWith(CERTIFICATE + " (KYCVS_TLS_CERTIFICATE_FILE) is not set"));
  }

  @Test
  void from_fileWithoutCertificate_saysWhatIsAllowedAndNothingOfTheContent() throws IOException {
    String file = file("-----BEGIN CERTIFICATE-----\nc2VjcmV0\n-----END CERTIFICATE-----\n");
    String line = refusal(Map.of(CERTIFICATE, file, KEY, file));
    assertEquals(
        CERTIFICATE
            + " (KYCVS_TLS_CERTIFICATE_FILE) is '"
            + file
            + "', but must be a file of X.509 certificates in PEM, the server's own first",
        line);
    assertFalse(line.contains("c2VjcmV0"));
  }

  @Test
  void from_noSuchFile_isRefused() {
    String missing = folder.resolve("missing").toString();
    assertTrue(
        refusal(Map.of(CERTIFICATE, missing, KEY, missing))
            .endsWith("but must be a file that this service can read"));
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.pem"), text).toString();
  }

  private static String refusal(Map<String, String> values) {
    SettingException refusal =
        assertThrows(
            SettingException.class, () -> TlsIdentity.from(settings(values), Clock.systemUTC()));
    return String.valueOf(refusal.getMessage());
  }

  private static Settings settings(Map<String, String> values) {
    return Settings.of(name -> Optional.ofNullable(values.get(name)));
  }
}
