package org.kycvs.notification.control.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.Submission;
import org.kycvs.notification.entity.Submission.Accepted;
import org.kycvs.notification.entity.Submission.InDoubt;
import org.kycvs.notification.entity.Submission.Rejected;
import org.kycvs.notification.entity.Submission.Throttled;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.smsc.Reporting;
import org.kycvs.testing.smsc.Reporting.Form;
import org.kycvs.testing.smsc.Smsc;
import org.kycvs.testing.smsc.Treatment;
import org.kycvs.testing.smsc.Treatment.Kind;

/** Many messages at once, over a connection that breaks. */
class SmppPressureTest {
  private static final int MESSAGES = 1000;
  private static final int THREADS = 20;
  private static final int WINDOW = 10;

  @Test
  void submit_thousandMessagesThrottledAndDropped_noneArrivesTwiceAndNoneIsLost()
      throws IOException, InterruptedException {
    try (Smsc smsc = Smsc.start()) {
      smsc.report(Reporting.soon(Form.TEXT));
      AtomicInteger seen = new AtomicInteger();
      smsc.treat(
          part -> {
            Eventually.pause(java.time.Duration.ofMillis(2));
            int number = seen.incrementAndGet();
            if (number == MESSAGES / 2) {
              return Treatment.of(Kind.DROP_INSTEAD_OF_ANSWER);
            }
            return number == 200 || number == 800 ? Treatment.refuse(0x58) : Treatment.TAKE;
          });
      Map<Integer, Submission> results = new ConcurrentHashMap<>();
      AtomicInteger throttled = new AtomicInteger();
      OneGateway gateway = OneGateway.bound(smsc, "window", Integer.toString(WINDOW));
      try (gateway) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int number = 1; number <= MESSAGES; number++) {
          int one = number;
          threads.execute(() -> results.put(one, submitAgain(gateway, one, throttled)));
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(90, TimeUnit.SECONDS));

        List<Integer> doubtful =
            results.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof InDoubt)
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(MESSAGES, results.size());
        results.forEach((number, result) -> arrivedAsTold(smsc, number, result));
        assertTrue(doubtful.size() <= WINDOW, "in doubt: " + doubtful);
        assertTrue(!doubtful.isEmpty(), "the connection broke under nobody");
        assertTrue(throttled.get() > 0);
        assertTrue(smsc.widestWindow() <= WINDOW, "window: " + smsc.widestWindow());
        assertTrue(smsc.binds() >= 2);

        int arrived = smsc.phones().count();
        Eventually.isTrue(() -> smsc.acknowledgedReports() >= arrived);
        Set<String> told = Set.copyOf(gateway.reports().told());
        assertEquals(arrived, told.size());
        doubtful.stream()
            .filter(number -> !smsc.phones().texts(phone(number)).isEmpty())
            .forEach(number -> assertTrue(gateway.reports().settled().containsKey(number)));
        System.out.printf(
            "%d messages: %d arrived, %d in doubt, %d throttled, window %d, %d binds%n",
            MESSAGES, arrived, doubtful.size(), throttled.get(), smsc.widestWindow(), smsc.binds());
      }
    }
  }

  /** As an outbox does: what was surely not taken is handed over again, and nothing else. */
  private static Submission submitAgain(OneGateway gateway, int number, AtomicInteger throttled) {
    Submission result;
    do {
      result = gateway.submit(number, phone(number), "message " + number);
      if (result instanceof Throttled) {
        throttled.incrementAndGet();
      }
      if (!isSettled(result)) {
        Eventually.pause(java.time.Duration.ofMillis(50));
      }
    } while (!isSettled(result));
    return result;
  }

  private static boolean isSettled(Submission result) {
    return result instanceof Accepted || result instanceof InDoubt || result instanceof Rejected;
  }

  private static void arrivedAsTold(Smsc smsc, int number, Submission result) {
    int arrived = smsc.phones().texts(phone(number)).size();
    if (result instanceof Accepted) {
      assertEquals(1, arrived, "message " + number);
    } else {
      assertTrue(result instanceof InDoubt && arrived <= 1, "message " + number + " " + result);
    }
  }

  private static String phone(int number) {
    return String.valueOf(919999000000L + number);
  }
}
