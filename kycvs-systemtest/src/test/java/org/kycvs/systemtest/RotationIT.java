package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.Kycvs;
import org.kycvs.systemtest.support.Load;
import org.kycvs.systemtest.support.OwnServer;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;

/** The master key of a running installation is rotated, and a key is retired. */
@OwnServer
class RotationIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ANSWERED = 10;

  @Test
  void rotatedWhileAnswering_everythingIsSealedAnew_andTheOldKeyRetires() throws Exception {
    try (DataFolder data = DataFolder.make()) {
      Path jwks = data.path().resolve("jwks-before.json");
      Journey before;
      try (RunningServer server = RunningServer.start("rotation", data)) {
        before = complete(server);
        Files.writeString(jwks, server.withoutKey().get("/.well-known/jwks.json").body());
        Person waiting = People.registered();
        Api hotel = server.with(server.hotel().liveKey());
        String asked = hotel.ask(waiting, server.hotel().purpose()).json(201).path("id").asText();
        String code = server.inbox().code(asked, waiting.mobile());
        JsonNode root = status(data).path("keys").get(0);
        assertTrue(root.path("values").asLong() > 1_000, root.toString());

        String second = done(data, "rotate").path("key").asText();
        assertEquals("completed", hotel.confirm(asked, code).json(200).path("state").asText());
        awaitUnused(data, root.path("id").asText());
        complete(server);
        assertChecks(before, jwks);

        Load load = Load.start(server, 2);
        load.awaitAnswered(ANSWERED);
        String third = done(data, "rotate").path("key").asText();
        load.awaitAnswered(load.answered().size() + ANSWERED);
        awaitAllOf(data, second, third, load);
        assertEquals(0, status(data).path("otherKeys").size());
        assertEquals(1, command(data, "retire", root.path("id").asText()).exitCode());
        assertEquals(second, done(data, "retire", second).path("key").asText());
        complete(server);
        server.stop();
      }
      try (RunningServer server = RunningServer.start("rotation-again", data)) {
        complete(server);
        assertChecks(before, jwks);
        assertEquals(2, status(data).path("keys").size());
      }
    }
  }

  /** Ends the load first: what waits for its code is sealed with the key of its time. */
  private static void awaitAllOf(DataFolder data, String old, String current, Load load)
      throws InterruptedException {
    load.end();
    awaitUnused(data, old);
    JsonNode keys = status(data).path("keys");
    assertEquals(current, keys.get(2).path("id").asText());
    assertTrue(keys.get(2).path("seals").asBoolean());
    assertTrue(keys.get(2).path("values").asLong() > 1_000);
  }

  private static void awaitUnused(DataFolder data, String key) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    JsonNode known;
    do {
      known =
          StreamSupport.stream(status(data).path("keys").spliterator(), false)
              .filter(one -> one.path("id").asText().equals(key))
              .findFirst()
              .orElseThrow();
    } while (known.path("values").asLong() > 0 && System.nanoTime() < until);
    assertEquals(0, known.path("values").asLong(), known.toString());
  }

  private static Journey complete(RunningServer server) {
    Journey journey = Journey.make(server, server.hotel(), People.registered());
    assertEquals("completed", journey.answer().path("state").asText());
    return journey;
  }

  private static void assertChecks(Journey journey, Path jwks) throws Exception {
    Path statement = Files.writeString(jwks.resolveSibling("s.jwt"), journey.statement().compact());
    Kycvs.Outcome outcome = Kycvs.command("check", statement, "--jwks", jwks).run();
    assertEquals(0, outcome.exitCode(), outcome.all());
  }

  private static JsonNode status(DataFolder data) {
    return done(data, "status");
  }

  private static JsonNode done(DataFolder data, String... words) {
    Kycvs.Outcome outcome = command(data, words);
    assertEquals(0, outcome.exitCode(), outcome.all());
    return Json.read(outcome.out());
  }

  private static Kycvs.Outcome command(DataFolder data, String... words) {
    List<Object> all = new ArrayList<>(List.of("master-key"));
    all.addAll(List.of(words));
    all.addAll(List.of("--json", "--data", data.path()));
    return Kycvs.command(all.toArray()).run();
  }
}
