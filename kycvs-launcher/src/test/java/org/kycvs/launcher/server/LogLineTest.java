package org.kycvs.launcher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogLineTest {
  private static final String ID = "req_2CY0iP6V18yn4CRxH2Z6mi";
  private final String thread = Thread.currentThread().getName();

  @AfterEach
  void nameThreadBack() {
    Thread.currentThread().setName(thread);
  }

  @Test
  void json_plainRecord_isOneObjectOnOneLine() {
    assertEquals(
        "{\"at\":\"2026-11-22T03:00:00.000Z\",\"level\":\"INFO\",\"logger\":\"org.kycvs.x\","
            + "\"message\":\"a \\\"b\\\"\\nc\\\\\\u2028\\u0000\"}\n",
        new JsonLines().format(record("a \"b\"\nc\\\u2028\u0000")));
  }

  @Test
  void json_thrown_isAMemberWithoutLineBreak() {
    LogRecord record = record("Incident");
    record.setThrown(new IllegalStateException("why"));
    String line = new JsonLines().format(record);
    assertEquals(1, line.lines().count(), line);
    assertTrue(
        line.contains("\"exception\":\"java.lang.IllegalStateException: why\\n\\tat "), line);
  }

  @Test
  void anyStyle_threadThatServesARequest_tellsItsId() {
    Thread.currentThread().setName("http-thread-pool(3) " + ID);
    assertTrue(line(new JsonLines()).contains("\"requestId\":\"" + ID + "\""));
    assertTrue(line(new TextLines()).contains("org.kycvs.x: [" + ID + "] hello"));
    Thread.currentThread().setName("http-thread-pool(3)");
    assertFalse(line(new JsonLines()).contains("requestId"));
    assertTrue(
        line(new TextLines()).endsWith("INFO    org.kycvs.x: hello" + System.lineSeparator()));
  }

  @Test
  void anyStyle_members_areTold() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("method", "GET");
    members.put("status", 200);
    LogRecord record = record("{0}");
    record.setParameters(new Object[] {members});
    assertTrue(new JsonLines().format(record).contains(",\"method\":\"GET\",\"status\":200}"));
    assertTrue(new TextLines().format(record).contains("org.kycvs.x: method=GET status=200"));
  }

  @Test
  void brokenPath_losesItsStackAndItsPath() {
    LogRecord record = record("An exception or error occurred");
    record.setLoggerName("jakarta.enterprise.web.core");
    IllegalArgumentException thrown = new IllegalArgumentException("pattern - %zz");
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("org.glassfish.grizzly.http.util.URLDecoder", "decode", null, 199)
        });
    record.setThrown(thrown);
    assertTrue(new BrokenPaths().isLoggable(record));
    String line = new TextLines().format(record);
    assertEquals(1, line.lines().count(), line);
    assertFalse(line.contains("%zz"), line);
  }

  @Test
  void otherFaults_keepTheirStack() {
    LogRecord record = record("Servlet.service() threw");
    record.setLoggerName("jakarta.enterprise.web.core");
    record.setThrown(new IllegalArgumentException("ours"));
    assertTrue(new BrokenPaths().isLoggable(record));
    assertTrue(new TextLines().format(record).contains("LogLineTest"));
  }

  private static String line(Formatter style) {
    return style.format(record("hello"));
  }

  private static LogRecord record(String message) {
    LogRecord record = new LogRecord(Level.INFO, message);
    record.setLoggerName("org.kycvs.x");
    record.setInstant(Instant.parse("2026-11-22T03:00:00Z"));
    return record;
  }
}
