package org.kycvs.notification.control.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.Submission.Accepted;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.smsc.Reporting;
import org.kycvs.testing.smsc.Reporting.Form;
import org.kycvs.testing.smsc.Smsc;
import org.slf4j.LoggerFactory;

/** Whatever is logged, it is neither text nor mobile nor password. */
class SmppQuietTest {
  private static final String TEXT = "123456 is your code.";

  @Test
  void submit_everythingIsLogged_noSecretIs() throws IOException {
    Log log = new Log();
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.setLevel(Level.ALL);
    root.addHandler(log);
    try (Smsc smsc = Smsc.start()) {
      smsc.report(Reporting.soon(Form.TEXT));
      try (OneGateway gateway = OneGateway.bound(smsc)) {
        assertInstanceOf(Accepted.class, gateway.submit(1, TEXT));
        Eventually.isTrue(() -> !gateway.reports().told().isEmpty());
      }
    } finally {
      root.removeHandler(log);
      root.setLevel(before);
    }
    String all = String.join("\n", log.lines).toLowerCase(Locale.ROOT);
    assertTrue(all.contains("bound to 127.0.0.1"), all);
    for (String secret : List.of(TEXT, OneGateway.PHONE, Smsc.PASSWORD)) {
      assertFalse(all.contains(secret), secret);
      String octets = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII));
      assertFalse(all.contains(octets), secret + " in hexadecimal");
    }
  }

  @Test
  void logger_ofTheLibrary_isBoundToTheServersLog() {
    assertEquals(
        "org.slf4j.jul.JDK14LoggerFactory", LoggerFactory.getILoggerFactory().getClass().getName());
  }

  @Test
  void bind_nobodyListens_isLoggedOnce() throws IOException {
    Smsc smsc = Smsc.start();
    int port = smsc.port();
    smsc.close();
    Log log = new Log();
    Logger root = Logger.getLogger("");
    root.addHandler(log);
    try (OneGateway gateway = OneGateway.at(port)) {
      Eventually.pause(java.time.Duration.ofSeconds(3));
      assertFalse(gateway.gateway().isReachable());
    } finally {
      root.removeHandler(log);
    }
    assertEquals(
        1,
        log.lines.stream().filter(line -> line.contains("cannot bind")).count(),
        log.lines::toString);
  }

  private static final class Log extends Handler {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord line) {
      lines.add(formatter.format(line));
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
