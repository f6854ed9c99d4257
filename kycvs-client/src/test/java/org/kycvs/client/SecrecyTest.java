package org.kycvs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** No key, code, statement or person in a log line, an exception or what a value prints. */
class SecrecyTest {
  private static final String CODE = "513214";
  private static final List<String> SECRETS =
      List.of(Samples.LIVE_KEY, "7011001234", "Arjun", "Pillai", CODE, "eyJ", "qXWCRH1");

  @Test
  void retryAndItsEnd_tellTheCallTheReasonAndNobody() throws IOException {
    List<String> lines = new ArrayList<>();
    Logger logger = Logger.getLogger("org.kycvs.client");
    Handler handler = keepingIn(lines);
    logger.addHandler(handler);
    try (FakeServer server = new FakeServer()) {
      KycVsClient client = Samples.client(server, new FakePace()).build();
      server.thenDrop().thenProblem(503, "database-unavailable").thenJson(201, Samples.WAITING);
      server.thenDrop().thenJson(200, Samples.COMPLETED.replace("\"mode\"", "\"x\""));

      client.ask(Question.about("+917011001234", "Arjun Pillai", "hotel-check-in"));
      KycVsException refused =
          assertThrows(KycVsException.class, () -> client.confirm(Samples.ID, CODE));

      assertTrue(lines.get(0).startsWith("ask: attempt 2 in 500 ms, because of "), lines.get(0));
      assertTrue(lines.get(1).endsWith("because of 503 database-unavailable"), lines.get(1));
      assertEquals(3, lines.size());
      lines.add(refused.toString());
      assertNothingSecret(lines);
    } finally {
      logger.removeHandler(handler);
    }
  }

  @Test
  void values_printNothingSecret() throws IOException {
    try (FakeServer server = new FakeServer()) {
      KycVsClient client = Samples.client(server, new FakePace()).build();
      server.thenJson(200, Samples.COMPLETED);
      Confirmation result = client.confirm(Samples.ID, CODE);

      assertNothingSecret(
          List.of(
              Question.about("+917011001234", "Arjun Pillai", "hotel-check-in").toString(),
              ApiKey.of(Samples.LIVE_KEY).toString(),
              result.toString(),
              new OutcomeException(result).toString()));
    }
  }

  private static Handler keepingIn(List<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        lines.add(new SimpleFormatter().formatMessage(record));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static void assertNothingSecret(List<String> lines) {
    for (String line : lines) {
      SECRETS.forEach(secret -> assertFalse(line.contains(secret), line));
    }
  }
}
