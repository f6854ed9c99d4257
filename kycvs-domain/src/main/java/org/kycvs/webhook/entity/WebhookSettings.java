package org.kycvs.webhook.entity;

import java.time.Duration;
import java.util.List;
import org.kycvs.shared.outbox.Backoff;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * How events are delivered.
 *
 * @param allowLoopback whether endpoints may be on this machine, over plain HTTP too ({@code
 *     kycvs.webhook.allow-loopback}, in development only)
 * @param hasten by how much the waits between tries are divided, so that a day can be tried in
 *     minutes ({@code kycvs.webhook.hasten}, 1 to 10000, in development only)
 */
public record WebhookSettings(boolean allowLoopback, int hasten) {
  private static final String ALLOW_LOOPBACK = "kycvs.webhook.allow-loopback";
  private static final String HASTEN = "kycvs.webhook.hasten";
  private static final int MOST_HASTEN = 10_000;

  /** How long each try may take, all of it: to find the address, connect, send, and be answered. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Eight tries over about forty hours. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(10),
          Duration.ofHours(21));

  private enum Allowed {
    TRUE,
    FALSE
  }

  /**
   * Reads and checks the settings; strict and unhurried unless set otherwise.
   *
   * @throws SettingException if one is wrong, or not for production
   */
  public static WebhookSettings from(Settings settings, Environment environment) {
    WebhookSettings read =
        new WebhookSettings(
            settings.oneOf(ALLOW_LOOPBACK, Allowed.class, Allowed.FALSE) == Allowed.TRUE,
            settings.number(HASTEN, 1, 1, MOST_HASTEN));
    if (environment == Environment.PRODUCTION) {
      if (read.allowLoopback) {
        throw Settings.wrong(ALLOW_LOOPBACK, "true", "false, or not set, in production");
      }
      if (read.hasten != 1) {
        throw Settings.wrong(HASTEN, Integer.toString(read.hasten), "1, or not set, in production");
      }
    }
    return read;
  }

  /** The waits between the tries. */
  public Backoff backoff() {
    return new Backoff(WAITS.stream().map(wait -> wait.dividedBy(hasten)).toList());
  }
}
