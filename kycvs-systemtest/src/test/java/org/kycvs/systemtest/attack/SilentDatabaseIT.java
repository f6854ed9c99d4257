package org.kycvs.systemtest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.OwnServer;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Processes;
import org.kycvs.systemtest.support.RunningServer;

/** A database that is there and says nothing: its processes stand still, and its sockets hold. */
@OwnServer
class SilentDatabaseIT {
  private static final int CALLERS = 8;

  /** Two seconds are promised; a busy machine is given more, but less than the driver's limit. */
  private static final Duration SOON = Duration.ofSeconds(6);

  private static final Duration RECOVERY = Duration.ofSeconds(30);

  @Test
  void database_hangsAndGoesOn_callsAreRefusedSoonAndThenServedAgain() throws Exception {
    try (DataFolder folder = DataFolder.make();
        RunningServer server = RunningServer.start("silent-database", folder)) {
      Journey before = Journey.make(server, server.hotel(), People.registered());
      List<ProcessHandle> database = postgres(folder);
      Api hotel = server.with(server.hotel().liveKey());
      try {
        signal("STOP", database);
        Duration slowest = refused(hotel, before.id());
        Duration next = refused(hotel, before.id());
        System.Logger log = System.getLogger(SilentDatabaseIT.class.getName());
        log.log(System.Logger.Level.INFO, "Slowest refusals: {0}, then {1}", slowest, next);
        assertEquals(503, server.withoutKey().get("/health/ready").status());
      } finally {
        signal("CONT", database);
      }
      awaitServed(hotel, before.id());
      Journey after = Journey.make(server, server.hotel(), People.registered());
      assertEquals("completed", after.answer().path("state").asText());
    }
  }

  /** Several calls at once; how long the slowest waited. */
  private static Duration refused(Api hotel, String id) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<Duration>> waits = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        waits.add(callers.submit(() -> refusedOnce(hotel, id)));
      }
      Duration slowest = Duration.ZERO;
      for (Future<Duration> wait : waits) {
        slowest = wait.get().compareTo(slowest) > 0 ? wait.get() : slowest;
      }
      assertTrue(slowest.compareTo(SOON) < 0, slowest.toString());
      return slowest;
    } finally {
      callers.shutdownNow();
    }
  }

  private static Duration refusedOnce(Api hotel, String id) {
    long began = System.nanoTime();
    hotel.verification(id).problem(503, "database-unavailable");
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static void awaitServed(Api hotel, String id) throws InterruptedException {
    long until = System.nanoTime() + RECOVERY.toNanos();
    Answer answer = hotel.verification(id);
    while (answer.status() != 200 && System.nanoTime() < until) {
      Thread.sleep(100);
      answer = hotel.verification(id);
    }
    assertEquals(200, answer.status(), answer.body());
  }

  private static List<ProcessHandle> postgres(DataFolder folder) {
    List<ProcessHandle> all =
        Processes.of(folder.path()).stream()
            .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
            .toList();
    assertFalse(all.isEmpty());
    return all;
  }

  private static void signal(String name, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.stream().filter(ProcessHandle::isAlive).forEach(p -> command.add("" + p.pid()));
    assertEquals(0, new ProcessBuilder(command).start().waitFor());
  }
}
