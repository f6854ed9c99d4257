package org.kycvs.launcher.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Text for a terminal of 80 columns, with times of one zone. */
public final class Page {
  private static final int WIDTH = 80;
  private static final int LABEL = 8;

  /** Controls, and what turns the direction of the text around it: a terminal would obey. */
  private static final String UNSEEN = "[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]";

  private final StringBuilder text = new StringBuilder();
  private final DateTimeFormatter times;

  /** Empty, with the times of this zone. */
  public Page(ZoneId zone) {
    this.times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ENGLISH).withZone(zone);
  }

  /** To the minute, with the zone. */
  public String time(Instant instant) {
    return times.format(instant);
  }

  /** A line of the program's own words. */
  public Page line(String line) {
    text.append(line.stripTrailing()).append(System.lineSeparator());
    return this;
  }

  /** An indented label and a value, on as many lines as it needs. */
  public Page labelled(String label, String value) {
    String indent = " ".repeat(LABEL + 5);
    StringBuilder line = new StringBuilder("    " + label).append(" ".repeat(gap(label)));
    boolean isEmpty = true;
    for (String word : value.strip().split("\\s+")) {
      if (!isEmpty && length(line) + 1 + length(word) > WIDTH) {
        line(line.toString());
        line = new StringBuilder(indent);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word.replaceAll(UNSEEN, "?"));
      isEmpty = false;
    }
    return line(line.toString());
  }

  private static int gap(String label) {
    return Math.max(1, LABEL + 1 - label.length());
  }

  private static int length(CharSequence characters) {
    return Character.codePointCount(characters, 0, characters.length());
  }

  /** All of it, without the last line's end. */
  public String text() {
    return text.toString().stripTrailing();
  }
}
