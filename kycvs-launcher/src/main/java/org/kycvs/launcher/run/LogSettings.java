package org.kycvs.launcher.run;

import java.util.Locale;
import java.util.Map;
import org.kycvs.launcher.server.LogStyle;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * What is configured about the server's log.
 *
 * @param style its form
 * @param access whether each request has a line at its end
 */
public record LogSettings(LogStyle style, Switch access) {
  private static final String ACCESS = "kycvs.access-log";

  /** Whether something is done. */
  public enum Switch {
    /** It is. */
    ON,
    /** It is not. */
    OFF
  }

  /**
   * Reads the settings.
   *
   * @throws SettingException if one is wrong
   */
  public static LogSettings from(Settings settings) {
    return new LogSettings(
        settings.oneOf(LogStyle.SETTING, LogStyle.class, LogStyle.TEXT),
        settings.oneOf(ACCESS, Switch.class, Switch.ON));
  }

  /** What the server is told. */
  Map<String, String> instructions() {
    return Map.of(LogStyle.SETTING, style.wire(), ACCESS, access.name().toLowerCase(Locale.ROOT));
  }
}
