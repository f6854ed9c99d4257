package org.kycvs.launcher.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * The log for programs: a JSON object a line (RFC 8259), without any other line break. Members:
 * {@code at} (RFC 3339, UTC, milliseconds), {@code level}, {@code logger}, {@code message}, and
 * where there are any {@code requestId}, {@code exception} and those that the record tells.
 */
public final class JsonLines extends LogLine {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private static final String HEX = "\\u%04x";
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int DELETE = 0x7f;
  private static final int LAST_CONTROL = 0x9f;

  @Override
  public String format(LogRecord record) {
    StringBuilder line = begin(at(record), record.getLevel().getName(), logger(record));
    var members = members(record);
    if (members.isEmpty()) {
      member(line, "message", formatMessage(record));
      requestId().ifPresent(id -> member(line, "requestId", id));
    } else {
      member(line, "message", "");
      members.forEach((name, value) -> member(line, name, value));
    }
    if (record.getThrown() != null) {
      StringWriter trace = new StringWriter();
      record.getThrown().printStackTrace(new PrintWriter(trace, true));
      member(line, "exception", trace.toString());
    }
    return line.append("}\n").toString();
  }

  /** A line that no logger wrote, such as one of the JVM itself, in the same form; no line end. */
  public static String of(Instant at, String text) {
    StringBuilder line = begin(at, "INFO", "process");
    member(line, "message", text);
    return line.append('}').toString();
  }

  private static StringBuilder begin(Instant at, String level, String logger) {
    StringBuilder line = new StringBuilder(256).append("{\"at\":\"");
    TIME.formatTo(at, line);
    line.append('"');
    member(line, "level", level);
    member(line, "logger", logger);
    return line;
  }

  private static void member(StringBuilder line, String name, @Nullable Object value) {
    line.append(',');
    text(line, name);
    line.append(':');
    if (value instanceof Integer || value instanceof Long) {
      line.append(value);
    } else {
      text(line, String.valueOf(value));
    }
  }

  private static void text(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          if (isUnsafe(c)) {
            line.append(String.format(HEX, (int) c));
          } else {
            line.append(c);
          }
        }
      }
    }
    line.append('"');
  }

  /** Control characters, what some readers take for a line's end, and halves of characters. */
  private static boolean isUnsafe(char c) {
    return c < FIRST_PRINTABLE
        || c >= DELETE && c <= LAST_CONTROL
        || c == '\u2028'
        || c == '\u2029'
        || Character.isSurrogate(c);
  }
}
