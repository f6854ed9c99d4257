package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.Load;
import org.kycvs.systemtest.support.OwnServer;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.Processes;
import org.kycvs.systemtest.support.RunningServer;

/** A life of one data folder: loaded, killed, started again, stopped. */
@OwnServer
class CrashIT {
  private static final int ANSWERED_BEFORE_KILL = 25;

  @Test
  void killedUnderLoad_losesNothingThatWasAnswered() throws Exception {
    try (DataFolder data = DataFolder.make()) {
      Load load;
      Person waitingPerson = People.registered();
      String waiting;
      String code;
      JsonNode before;
      List<ProcessHandle> killed;
      try (RunningServer server = RunningServer.start("crash-killed", data)) {
        before = server.runJson();
        assertEquals("rw-------", permissions(data.path().resolve("run.json")));
        waiting = ask(server, waitingPerson);
        code = server.inbox().code(waiting, waitingPerson.mobile());
        load = Load.start(server, 4);
        load.awaitAnswered(ANSWERED_BEFORE_KILL);
        killed = Processes.of(data.path());
        assertTrue(killed.size() > 3, "launcher, server and PostgreSQL: " + killed);
        server.kill();
        load.awaitEnd();
      }

      try (RunningServer server = RunningServer.start("crash-again", data)) {
        assertEquals(List.of(), killed.stream().filter(ProcessHandle::isAlive).toList());
        assertSameSecrets(before, server.runJson());

        Api hotel = server.with(server.hotel().liveKey());
        assertTrue(load.answered().size() >= ANSWERED_BEFORE_KILL);
        for (Map.Entry<String, String> answered : load.answered().entrySet()) {
          JsonNode kept = hotel.verification(answered.getKey()).json(200);
          assertEquals("completed", kept.path("state").asText(), kept.toString());
          assertEquals(answered.getValue(), kept.path("statement").asText());
        }
        JsonNode late = hotel.confirm(waiting, code).json(200);
        assertEquals(waitingPerson.status(), late.path("status").asInt());

        stop(server);
      }
    }
  }

  private static void stop(RunningServer server) {
    Path data = server.data().path();
    assertFalse(Processes.of(data).isEmpty());

    int exitCode = server.stop();

    assertTrue(Set.of(0, 143).contains(exitCode), "exit code " + exitCode);
    assertEquals(List.of(), Processes.describe(data));
    assertFalse(Files.exists(data.resolve("run.json")));
  }

  private static String ask(RunningServer server, Person person) {
    return server
        .with(server.hotel().liveKey())
        .ask(person, server.hotel().purpose())
        .json(201)
        .path("id")
        .asText();
  }

  private static void assertSameSecrets(JsonNode before, JsonNode after) {
    assertEquals(2, before.path("organisations").size());
    assertEquals(before.path("organisations"), after.path("organisations"));
    assertEquals(before.path("signIns"), after.path("signIns"));
  }

  private static String permissions(Path file) throws java.io.IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
