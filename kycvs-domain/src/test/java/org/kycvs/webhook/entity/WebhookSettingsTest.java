package org.kycvs.webhook.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class WebhookSettingsTest {

  @Test
  void from_nothing_isStrictAndTriesEightTimesOverFortyHours() {
    WebhookSettings settings = read(Environment.PRODUCTION, Map.of());

    assertFalse(settings.allowLoopback());
    assertEquals(7, settings.backoff().waits().size());
    Duration all = settings.backoff().waits().stream().reduce(Duration.ZERO, Duration::plus);
    assertEquals(Duration.ofHours(39).plusMinutes(36), all);
  }

  @Test
  void from_development_mayAllowLoopbackAndHasten() {
    WebhookSettings settings =
        read(
            Environment.DEVELOPMENT,
            Map.of("kycvs.webhook.allow-loopback", "true", "kycvs.webhook.hasten", "1440"));

    assertTrue(settings.allowLoopback());
    assertEquals(Duration.ofMinutes(21 * 60).dividedBy(1440), settings.backoff().longest());
  }

  @Test
  void from_production_refusesBothWithTheName() {
    for (Map<String, String> set :
        List.of(
            Map.of("kycvs.webhook.allow-loopback", "true"), Map.of("kycvs.webhook.hasten", "2"))) {
      SettingException refusal =
          assertThrows(SettingException.class, () -> read(Environment.PRODUCTION, set));
      assertTrue(
          String.valueOf(refusal.getMessage()).contains(set.keySet().iterator().next()),
          refusal.getMessage());
    }
  }

  @Test
  void from_nonsense_isRefused() {
    for (Map<String, String> set :
        List.of(
            Map.of("kycvs.webhook.allow-loopback", "yes"),
            Map.of("kycvs.webhook.hasten", "0"),
            Map.of("kycvs.webhook.hasten", "10001"))) {
      assertThrows(SettingException.class, () -> read(Environment.DEVELOPMENT, set));
    }
  }

  private static WebhookSettings read(Environment environment, Map<String, String> set) {
    return WebhookSettings.from(
        Settings.of(name -> Optional.ofNullable(set.get(name))), environment);
  }
}
