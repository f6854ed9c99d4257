package org.kycvs.launcher.server;

import java.util.Locale;

/** The form of the server's log. */
public enum LogStyle {
  /** For people. */
  TEXT(TextLines.class),
  /** For programs: a JSON object a line. */
  JSON(JsonLines.class);

  /** Names it. */
  public static final String SETTING = "kycvs.log-format";

  private final Class<? extends LogLine> formatter;

  LogStyle(Class<? extends LogLine> formatter) {
    this.formatter = formatter;
  }

  /** The name of the class that makes the lines. */
  String formatter() {
    return formatter.getName();
  }

  /** As it is set. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The style of that name; text if there is none. */
  static LogStyle ofWire(String text) {
    return JSON.wire().equals(text) ? JSON : TEXT;
  }
}
