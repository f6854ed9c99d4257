package org.kycvs.launcher.server;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A line of the server's log. What the application writes about a request carries the request's id,
 * which the application puts at the end of the thread's name while it serves the request: the two
 * share no class, and the handler formats a record on the thread that wrote it.
 *
 * <p>A record whose only parameter is a map tells members, such as the access line's.
 */
public abstract class LogLine extends Formatter {
  /** What the application puts between a thread's own name and the id of its request. */
  private static final String MARK = " req_";

  /** The id of the request that this thread serves, if it serves one. */
  static Optional<String> requestId() {
    String thread = Thread.currentThread().getName();
    int mark = thread.lastIndexOf(MARK);
    return mark < 0 ? Optional.empty() : Optional.of(thread.substring(mark + 1));
  }

  /** The members that a record tells, in its order; none for most. */
  static Map<String, Object> members(LogRecord record) {
    Object[] parameters = record.getParameters();
    Map<String, Object> members = new LinkedHashMap<>();
    if (parameters != null && parameters.length == 1 && parameters[0] instanceof Map<?, ?> told) {
      told.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
    return members;
  }

  /** When it was written. */
  static Instant at(LogRecord record) {
    return record.getInstant();
  }

  /** The name of the logger; the root has none. */
  static String logger(LogRecord record) {
    String name = record.getLoggerName();
    return name == null ? "" : name;
  }
}
