package org.kycvs.systemtest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.attack.RawCall.Raw;
import org.kycvs.systemtest.support.RequestLimits;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/**
 * Valid requests, spoilt at random: each is answered in time, with nothing of our insides, and none
 * is our fault. {@code -Dkycvs.attack.mutations=100000} makes more of them, {@code
 * -Dkycvs.attack.seed} others; one that fails is named by both.
 */
@ExtendWith(SharedServer.class)
class MutatedRequestsIT {
  private static final int REQUESTS = Integer.getInteger("kycvs.attack.mutations", 3_000);
  private static final long SEED = Long.getLong("kycvs.attack.seed", 20_261_122L);
  private static final int CALLERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_TOLD = 20;
  private static final Set<Integer> NO_REQUEST = Set.of(400, 405, 505);
  private static final int SHOWN = 600;

  /** Names of classes, lines of stack traces, and what the server is made of. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "\\bat [\\w.$]+\\(|\\b(java|javax|jakarta|com|org|fish)\\.[a-z]+\\.[\\w.$]*[A-Z]"
              + "|Exception\\b|(?i:grizzly|payara|glassfish|jersey|weld|eclipselink|postgres)");

  private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  @Test
  @Timeout(3_600)
  void spoiltRequests_areAnsweredInTimeAndNeverOurFault(RunningServer server) throws Exception {
    RequestLimits.raise(server.data(), Map.of(), server.railway().id());
    Mutator mutator = new Mutator(SEED, keys(server), ids(server));
    AtomicInteger next = new AtomicInteger();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    for (int i = 0; i < CALLERS; i++) {
      callers.execute(
          () -> {
            for (int n = next.getAndIncrement(); n < REQUESTS; n = next.getAndIncrement()) {
              if (faults.size() < MOST_TOLD) {
                send(URI.create(server.url()), mutator.request(n), n).ifPresent(faults::add);
              }
            }
          });
    }
    callers.shutdown();
    assertTrue(callers.awaitTermination(1, TimeUnit.HOURS));

    System.out.println("mutated requests, seed " + SEED + ": " + new TreeMap<>(statuses));
    assertEquals(List.of(), List.copyOf(faults), "seed " + SEED);
    assertTrue(statuses.getOrDefault(200, 0) > 0 && statuses.getOrDefault(400, 0) > 0);
    assertEquals(200, server.withoutKey().get("/health/ready").status());
    server.data().logs().forEach((file, log) -> assertFalse(log.contains("Incident"), file + ""));
  }

  private Optional<String> send(URI server, RawRequest request, int number) {
    byte[] bytes = request.bytes();
    Raw answer;
    try {
      answer = RawCall.send(server, bytes, PATIENCE);
    } catch (IOException e) {
      answer = new Raw(-1, "", e.toString());
    }
    statuses.merge(answer.status(), 1, Integer::sum);
    String fault = fault(request, answer);
    if (fault.isEmpty()) {
      return Optional.empty();
    }
    String sent = shown(new String(bytes, StandardCharsets.ISO_8859_1));
    String came = shown(answer.head() + "\n\n" + answer.body());
    return Optional.of(fault + ", number " + number + ":\n" + sent + "\n=> " + came + "\n");
  }

  /** What is wrong with an answer, or nothing. */
  private static String fault(RawRequest request, Raw answer) {
    if (answer.status() < 0) {
      return "not answered in time";
    }
    if (isNoRequest(answer)) {
      return "";
    }
    if (answer.status() >= 500 && !isUnreachable(answer)) {
      return "our fault";
    }
    boolean told = answer.isProblem() || answer.isCowinFailure() || request.method.equals("HEAD");
    if (answer.status() >= 400 && !told) {
      return "no problem document";
    }
    String said = answer.body().replaceAll("req_\\w+", ""); // at random, it may spell anything
    return answer.status() >= 400 && INSIDES.matcher(said).find() ? "insides" : "";
  }

  /**
   * What the HTTP server refuses before it becomes a request of the application, which would give
   * it an id: too long or not HTTP (400), broken by control characters so that no version is found
   * (505), TRACE (405), a body where none belongs (400). It says nothing but that.
   */
  private static boolean isNoRequest(Raw answer) {
    return NO_REQUEST.contains(answer.status())
        && answer.body().isEmpty()
        && !answer.head().contains("\nx-request-id:");
  }

  /** A test person who, by the script of test mode, cannot be reached. */
  private static boolean isUnreachable(Raw answer) {
    return answer.status() == 503
        && (answer.body().contains("\"sms-unavailable\"") || answer.body().contains("USRAUT0018"));
  }

  private static String shown(String text) {
    String printable = text.replaceAll("[^\\x20-\\x7e\\n]", "?");
    return printable.substring(0, Math.min(SHOWN, printable.length()));
  }

  private static List<String> keys(RunningServer server) {
    String key = server.railway().testKey();
    return List.of(key, "", key + "x", key.substring(1), "kvs_test_" + "0".repeat(61), key + ",");
  }

  private static List<String> ids(RunningServer server) {
    return List.copyOf(
        new EveryState(server, server.with(server.railway().testKey()), server.railway())
            .test()
            .values());
  }
}
