package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.kycvs.client.ApiKey;
import org.kycvs.client.CodeWrong;
import org.kycvs.client.HistoryFilter;
import org.kycvs.client.KycVsClient;
import org.kycvs.client.Question;
import org.kycvs.client.Verification;
import org.kycvs.client.VerificationId;
import org.kycvs.client.VerificationState;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.FaultyLine;
import org.kycvs.systemtest.support.FaultyLine.Fault;
import org.kycvs.systemtest.support.OwnServer;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RequestLimits;
import org.kycvs.systemtest.support.RunningServer;

/**
 * The client over lines that do something wrong with every call, to a server that is killed in the
 * middle and started again: nothing is asked twice, no try counted twice, nothing lost.
 */
@OwnServer
class ClientOnBadLineIT {
  private static final int CALLERS = 4;
  private static final int EACH = 26;
  private static final int DONE_BEFORE_KILL = 40;
  private static final Duration ATTEMPT = Duration.ofSeconds(1);
  private static final long LATE_MILLIS = 1200;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 20;

  /** The client tells each retry; here there are a thousand. Held, or it would be forgotten. */
  private static final Logger RETRIES = Logger.getLogger("org.kycvs.client");

  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<RunningServer> running = new AtomicReference<>();

  /** What a caller knows of one verification in the end. */
  private record Known(String reference, VerificationId id, Person person, String statement) {}

  @Test
  void everyCallOverABadLineAndTheServerKilled_isDoneOnceAndKept() throws Exception {
    RETRIES.setLevel(Level.WARNING);
    List<FaultyLine> lines = new ArrayList<>();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (DataFolder data = DataFolder.make()) {
      List<Future<List<Known>>> work = new ArrayList<>();
      try (RunningServer first = RunningServer.start("bad-line-killed", data)) {
        running.set(first);
        RequestLimits.raise(data, Map.of(), first.hotel().id());
        for (int caller = 0; caller < CALLERS; caller++) {
          FaultyLine line = FaultyLine.to(URI.create(first.url()).getPort(), caller, LATE_MILLIS);
          lines.add(line);
          work.add(callers.submit(() -> verifyAll(line)));
        }
        awaitDone(work);
        first.kill();
      }
      try (RunningServer again = RunningServer.start("bad-line-again", data)) {
        running.set(again);
        lines.forEach(line -> line.moveTo(URI.create(again.url()).getPort()));
        List<Known> known = new ArrayList<>();
        for (Future<List<Known>> one : work) {
          known.addAll(one.get());
        }
        assertEquals(CALLERS * EACH, known.size());
        assertEachFaultHappened(lines);
        assertKeptOnce(known);
      }
    } finally {
      callers.shutdownNow();
      for (FaultyLine line : lines) {
        line.close();
      }
    }
  }

  private List<Known> verifyAll(FaultyLine line) throws InterruptedException {
    KycVsClient client =
        KycVsClient.builder(URI.create(line.url()), ApiKey.of(server().hotel().liveKey()))
            .attemptTimeout(ATTEMPT)
            .callTimeout(PATIENCE)
            .pauses(Duration.ofMillis(PAUSE_MILLIS), Duration.ofMillis(500))
            .build();
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      known.add(verify(client, line.url() + "#" + i));
      done.incrementAndGet();
    }
    return known;
  }

  private Known verify(KycVsClient client, String reference) throws InterruptedException {
    Person person = People.registered();
    Question question = person.asked(server().hotel().purpose()).withReference(reference);
    VerificationId id = client.ask(question).askedOrThrow().id();
    String code = code(id, person);

    assertEquals(new CodeWrong(2), client.confirm(id, other(code)));
    Verification waiting = client.get(id);
    assertEquals(2, waiting.code().orElseThrow().triesLeft());
    Verification.Answer answer = client.confirm(id, code).completedOrThrow().answer();

    assertEquals(person.status(), answer.status().value());
    return new Known(reference, id, person, answer.statement());
  }

  /** Everything as the server has it, over a line without faults. */
  private void assertKeptOnce(List<Known> known) {
    Map<String, List<Verification>> kept = new HashMap<>();
    server()
        .client(server().hotel().liveKey())
        .listAll(HistoryFilter.all().withPageSize(200))
        .forEach(
            one ->
                kept.computeIfAbsent(one.reference().orElse(""), key -> new ArrayList<>())
                    .add(one));
    assertEquals(known.size(), kept.size());
    for (Known one : known) {
      List<Verification> verifications = kept.getOrDefault(one.reference(), List.of());
      assertEquals(1, verifications.size(), one.reference());
      Verification verification = verifications.get(0);
      assertEquals(one.id(), verification.id());
      assertEquals(VerificationState.COMPLETED, verification.state());
      assertEquals(one.statement(), verification.answer().orElseThrow().statement());
      List<JsonNode> messages = server().inbox().codes(one.person().mobile());
      assertEquals(1, messages.size(), one.reference());
    }
  }

  private RunningServer server() {
    return Objects.requireNonNull(running.get());
  }

  private static void assertEachFaultHappened(List<FaultyLine> lines) {
    Map<Fault, Integer> seen = new HashMap<>();
    lines.forEach(line -> line.seen().forEach((fault, n) -> seen.merge(fault, n, Integer::sum)));
    System.getLogger("bad-line").log(System.Logger.Level.INFO, "Faults: {0}", seen);
    for (Fault fault : Fault.values()) {
      assertTrue(seen.getOrDefault(fault, 0) >= 10, seen.toString());
    }
  }

  private void awaitDone(List<Future<List<Known>>> work)
      throws InterruptedException, ExecutionException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (done.get() < DONE_BEFORE_KILL) {
      for (Future<List<Known>> one : work) {
        if (one.isDone()) {
          one.get(); // it failed
        }
      }
      assertTrue(System.nanoTime() < until, () -> "Only " + done + " are done");
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** The person reads the phone, also while the server is away. */
  private String code(VerificationId id, Person person) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return server().inbox().code(id.value(), person.mobile());
      } catch (UncheckedIOException | AssertionError e) {
        assertTrue(System.nanoTime() < until, e.toString());
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static String other(String code) {
    return String.format(Locale.ROOT, "%06d", (Integer.parseInt(code) + 1) % 1_000_000);
  }
}
