package org.kycvs.launcher.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/** The log for people: a line a record, and below it the stack trace of what was thrown. */
public final class TextLines extends LogLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ");

  /** How wide the longest level and its blank are. */
  private static final int LEVEL = 8;

  @Override
  public String format(LogRecord record) {
    StringBuilder line = new StringBuilder();
    TIME.formatTo(at(record).atZone(ZoneId.systemDefault()), line);
    String level = record.getLevel().getName();
    line.append(' ').append(level).append(" ".repeat(Math.max(1, LEVEL - level.length())));
    line.append(logger(record)).append(": ");
    Map<String, Object> members = members(record);
    if (members.isEmpty()) {
      requestId().ifPresent(id -> line.append('[').append(id).append("] "));
    }
    line.append(members.isEmpty() ? formatMessage(record) : words(members));
    line.append(System.lineSeparator());
    if (record.getThrown() != null) {
      StringWriter trace = new StringWriter();
      record.getThrown().printStackTrace(new PrintWriter(trace, true));
      line.append(trace);
    }
    return line.toString();
  }

  private static String words(Map<String, Object> members) {
    return members.entrySet().stream()
        .map(member -> member.getKey() + "=" + member.getValue())
        .collect(Collectors.joining(" "));
  }
}
