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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.notification.entity.SmppForm.LongMessages;
import org.kycvs.notification.entity.SmppForm.MessageIds;
import org.kycvs.notification.entity.SmppForm.Receipts;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/** How a gateway is reached by SMPP, as settings say it. */
class SmppSettingsTest {
  private static final String PREFIX = "kycvs.sms.gateway.main.";

  @TempDir private Path folder;
  private final Map<String, String> values = new HashMap<>();

  @BeforeEach
  void least() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "secret-8\n");
    values.putAll(
        Map.of("host", "localhost", "system-id", "kycvs", "password-file", password.toString()));
  }

  @Test
  void from_least_hasDefaults() {
    SmppSettings settings = read();
    assertEquals("localhost:2775", settings.endpoint().address());
    assertEquals("secret-8", settings.account().password());
    assertEquals(10, settings.window());
    assertEquals(Duration.ofSeconds(10), settings.timeout());
    assertEquals(Duration.ofSeconds(30), settings.enquireLink());
    SmppForm form = settings.form();
    assertEquals(LongMessages.UDH, form.longMessages());
    assertEquals(Receipts.FINAL, form.receipts());
    assertEquals(MessageIds.AS_IS, form.messageIds());
    assertEquals(OptionalInt.empty(), form.sourceTon());
    assertEquals(1, form.destinationNpi());
    assertEquals(OptionalInt.of(0x1400), form.tags().entity());
    assertEquals(OptionalInt.of(0x1401), form.tags().template());
    assertTrue(form.tags().userMessageReference());
  }

  @Test
  void from_otherHostWithoutTls_isRefusedUnlessSaid() {
    values.put("host", "smsc.example.org");
    assertEquals(
        PREFIX
            + "host (KYCVS_SMS_GATEWAY_MAIN_HOST) is 'smsc.example.org', which is not this"
            + " machine: set kycvs.sms.gateway.main.tls=true, or"
            + " kycvs.sms.gateway.main.plain=true if the way there is a VPN",
        refusal());
    values.put("plain", "true");
    assertEquals("smsc.example.org:2775", read().endpoint().address());
    values.remove("plain");
    values.put("tls", "true");
    assertEquals("smsc.example.org:3550", read().endpoint().address());
  }

  @Test
  void from_wrongValues_areRefusedWithOneLine() throws IOException {
    refuses("host", "a b");
    refuses("port", "0");
    refuses("tls", "yes");
    refuses("system-id", "sixteen-letters-");
    refuses("system-type", "thirteen-long");
    refuses("window", "101");
    refuses("timeout", "PT2M");
    refuses("enquire-link", "30");
    refuses("source", "x".repeat(21));
    refuses("source-ton", "7");
    refuses("dest-npi", "2");
    refuses("data-coding", "256");
    refuses("long-messages", "tlv");
    refuses("receipts", "all");
    refuses("message-id", "hex");
    refuses("tlv-entity", "1400");
    refuses("chain", "a b");
    refuses("trust-file", folder.resolve("missing.pem").toString());
    refuses("trust-file", folder.resolve("password").toString());
  }

  @Test
  void from_passwordTooLongForSmpp_isRefusedAndNotShown() throws IOException {
    Path file = Files.writeString(folder.resolve("long"), "nine-long");
    values.put("password-file", file.toString());
    String line = refusal();
    assertTrue(line.contains("more than 8 ASCII characters"), line);
    assertFalse(line.contains("nine-long"), line);
  }

  @Test
  void toString_settings_hasNoPassword() {
    assertFalse(read().toString().contains("secret-8"));
  }

  private void refuses(String name, String value) {
    Optional<String> before = Optional.ofNullable(values.put(name, value));
    String line = refusal();
    assertTrue(line.startsWith(PREFIX + name + " ("), line);
    assertFalse(line.contains("\n"), line);
    before.ifPresentOrElse(old -> values.put(name, old), () -> values.remove(name));
  }

  private String refusal() {
    return String.valueOf(assertThrows(SettingException.class, this::read).getMessage());
  }

  private SmppSettings read() {
    return SmppSettings.from(
        Settings.of(name -> Optional.ofNullable(values.get(name.substring(PREFIX.length())))),
        PREFIX);
  }
}
