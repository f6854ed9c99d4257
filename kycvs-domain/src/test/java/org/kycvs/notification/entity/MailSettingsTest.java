package org.kycvs.notification.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class MailSettingsTest {
  private static final String HOST = "kycvs.mail.smtp.host";
  private static final String SECURITY = "kycvs.mail.smtp.security";

  @TempDir private Path folder;
  private final Map<String, String> set = new HashMap<>();
  private Path password;

  @BeforeEach
  void writePassword() throws IOException {
    password = Files.writeString(folder.resolve("password"), "open sesame\n");
  }

  @Test
  void nothingSet_inProduction_mailsWaitAndNobodyIsTold() {
    MailSettings settings = read();
    assertEquals(Optional.empty(), settings.smtp());
    assertEquals(List.of(), settings.operators());
    assertEquals(
        1,
        MailSettings.from(Settings.of(n -> Optional.empty()), Environment.DEVELOPMENT)
            .operators()
            .size());
  }

  @Test
  void hostAndSender_areEnough() {
    set.putAll(Map.of(HOST, "smtp.example.org", "kycvs.mail.from", "no-reply@example.org"));
    SmtpSettings smtp = read().smtp().orElseThrow();
    assertEquals(587, smtp.port());
    assertEquals(SmtpSecurity.STARTTLS, smtp.security());
    assertEquals(Duration.ofSeconds(10), smtp.timeout());
    assertEquals(Optional.empty(), smtp.login());
    set.put(SECURITY, "tls");
    assertEquals(465, read().smtp().orElseThrow().port());
  }

  @Test
  void all_areReadAndNoSecretIsPrinted() {
    set.putAll(Map.of(HOST, "smtp.example.org", "kycvs.mail.from", "no-reply@example.org"));
    set.putAll(
        Map.of(
            "kycvs.mail.smtp.port", "2525",
            "kycvs.mail.smtp.user", "kycvs",
            "kycvs.mail.smtp.password-file", password.toString(),
            "kycvs.mail.smtp.timeout", "PT30S",
            "kycvs.mail.reply-to", "help@example.org",
            "kycvs.mail.operators", "a@example.org, b@example.org"));
    MailSettings settings = read();
    SmtpSettings smtp = settings.smtp().orElseThrow();
    assertEquals(2525, smtp.port());
    assertEquals("kycvs", smtp.login().orElseThrow().user());
    assertEquals(2, settings.operators().size());
    assertFalse(settings.toString().contains("example.org>"), settings.toString());
    assertFalse(settings.toString().contains("sesame"), settings.toString());
  }

  @Test
  void securityNone_isForThisMachineOnly() {
    set.putAll(Map.of(SECURITY, "none", "kycvs.mail.from", "no-reply@example.org"));
    for (String here : List.of("localhost", "127.0.0.1", "127.9.9.9", "::1")) {
      set.put(HOST, here);
      assertEquals(25, read().smtp().orElseThrow().port());
    }
    for (String elsewhere : List.of("smtp.example.org", "127.0.0.1.example.org", "10.0.0.1")) {
      set.put(HOST, elsewhere);
      refused(SECURITY);
    }
  }

  @Test
  void whatGoesTogether_isNeededTogether() {
    set.put(SECURITY, "tls");
    refused(HOST);
    set.put(HOST, "smtp.example.org");
    refused("kycvs.mail.from");
    set.put("kycvs.mail.from", "no-reply@example.org");
    set.put("kycvs.mail.smtp.user", "kycvs");
    refused("kycvs.mail.smtp.password-file");
    set.remove("kycvs.mail.smtp.user");
    set.put("kycvs.mail.smtp.password-file", password.toString());
    refused("kycvs.mail.smtp.user");
  }

  @Test
  void wrongValues_areRefusedByName() throws IOException {
    set.putAll(Map.of(HOST, "smtp.example.org", "kycvs.mail.from", "no-reply@example.org"));
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    Map<String, List<String>> wrong =
        Map.of(
            HOST,
            List.of("smtp example", "smtp/example", "a\nb"),
            "kycvs.mail.smtp.port",
            List.of("0", "65536", "x"),
            "kycvs.mail.smtp.timeout",
            List.of("PT0S", "PT31S"),
            "kycvs.mail.smtp.trust-file",
            List.of("/no/such/file", password.toString()),
            "kycvs.mail.reply-to",
            List.of("nobody", "a@b.example,c@d.example"),
            "kycvs.mail.operators",
            List.of("a@b.example,", "a@b.example;c@d.example"),
            "kycvs.mail.from",
            List.of("KYC <a@b.example>"));
    wrong.forEach(
        (name, values) ->
            values.forEach(
                value -> {
                  String before = set.put(name, value);
                  refused(name);
                  if (before == null) {
                    set.remove(name);
                  } else {
                    set.put(name, before);
                  }
                }));
    set.put("kycvs.mail.smtp.user", "kycvs");
    set.put("kycvs.mail.smtp.password-file", empty.toString());
    refused("kycvs.mail.smtp.password-file");
  }

  private void refused(String name) {
    SettingException refusal = assertThrows(SettingException.class, this::read, name);
    assertTrue(String.valueOf(refusal.getMessage()).startsWith(name + " ("), refusal.getMessage());
  }

  private MailSettings read() {
    return MailSettings.from(
        Settings.of(name -> Optional.ofNullable(set.get(name))), Environment.PRODUCTION);
  }
}
