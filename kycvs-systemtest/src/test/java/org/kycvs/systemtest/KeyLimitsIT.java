package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.Kycvs;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Keys that the command line issues and changes while the server runs. */
@ExtendWith(SharedServer.class)
class KeyLimitsIT {
  private static final String PURPOSE = "hotel-check-in";

  private RunningServer server;
  private String organisation;

  @BeforeEach
  void register(RunningServer shared) {
    server = shared;
    List<String> contact = List.of("--contact", "privacy@lakeside.example");
    List<String> names = List.of("--short-name", "Lakeside", "--legal-name", "Lakeside Inns Ltd");
    organisation = id(done("organisation", "create", contact, names));
    done("organisation", "approve", organisation, "--purpose", PURPOSE);
  }

  @Test
  void scopes_eachCall_needsItsOwn() {
    Api writes = api(issue("writes", "--scope", "verifications:write"));
    Api reads = api(issue("reads", "--scope", "verifications:read"));
    Api fetches = api(issue("fetches", "--scope", "statements:read"));
    Person person = People.registered();
    String id = writes.ask(person, PURPOSE).json(201).path("id").asText();
    String code = server.inbox().code(id, person.mobile());
    String path = Api.VERIFICATIONS + "/" + id;

    for (Api other : List.of(reads, fetches)) {
      other.ask(person, PURPOSE).problem(403, "scope-missing");
      other.sendAgain(id).problem(403, "scope-missing");
      other.confirm(id, code).problem(403, "scope-missing");
      other.cancel(id).problem(403, "scope-missing");
    }
    assertEquals("completed", writes.confirm(id, code).json(200).path("state").asText());
    for (Api other : List.of(writes, fetches)) {
      other.verification(id).problem(403, "scope-missing");
      other.get(Api.VERIFICATIONS).problem(403, "scope-missing");
    }
    for (Api other : List.of(writes, reads)) {
      other.get(path + "/statement").problem(403, "scope-missing");
      other.get(path + "/receipt").problem(403, "scope-missing");
    }
    assertEquals("completed", reads.verification(id).json(200).path("state").asText());
    assertEquals(1, reads.get(Api.VERIFICATIONS).json(200).path("items").size());
    assertEquals(200, fetches.get(path + "/statement").status());
    assertEquals(200, fetches.get(path + "/receipt").status());
  }

  @Test
  void key_narrowedSuspendedRolledRevoked_isRefusedAtTheNextCall() {
    JsonNode first = issue("desk");
    Api old = api(first);
    assertWorks(old);
    Api elsewhere = api(issue("elsewhere", "--address", "192.0.2.0/24"));
    elsewhere.get(Api.VERIFICATIONS).problem(403, "address-not-allowed");

    JsonNode second = done("api-key", "roll", id(first), "--overlap", "1h");
    assertWorks(old);
    assertWorks(api(second));
    JsonNode third = done("api-key", "roll", id(second), "--overlap", "0");
    api(second).get(Api.VERIFICATIONS).problem(401, "api-key-expired");
    assertWorks(api(third));

    done("organisation", "suspend", organisation, "--reason", "Test");
    old.get(Api.VERIFICATIONS).problem(403, "organisation-suspended");
    done("organisation", "resume", organisation);
    assertWorks(old);

    done("api-key", "revoke", id(first), "--reason", "Test");
    old.get(Api.VERIFICATIONS).problem(401, "api-key-revoked");
    server
        .with(ApiKeys.withOtherSecret(key(first)))
        .get(Api.VERIFICATIONS)
        .problem(401, "api-key-unknown");
    done("api-key", "narrow", id(third), "--address", "127.99.0.0/16,2001:db8::/32");
    api(third).get(Api.VERIFICATIONS).problem(403, "address-not-allowed");
    assertFalse(server.data().logs().values().stream().anyMatch(log -> log.contains(key(third))));
  }

  private static void assertWorks(Api api) {
    Answer list = api.get(Api.VERIFICATIONS);
    assertEquals(200, list.status(), list.body());
  }

  private JsonNode issue(String name, String... limits) {
    return done(
        "api-key", "issue", organisation, "--mode", "live", "--name", name, List.of(limits));
  }

  private Api api(JsonNode issued) {
    return server.with(key(issued));
  }

  private static String key(JsonNode issued) {
    return issued.path("key").asText();
  }

  private static String id(JsonNode done) {
    return done.path("id").asText();
  }

  private JsonNode done(Object... words) {
    List<Object> all = new ArrayList<>();
    for (Object word : words) {
      all.addAll(word instanceof List<?> several ? several : List.of(word));
    }
    all.addAll(List.of("--json", "--data", server.data().path()));
    Kycvs.Outcome outcome = Kycvs.command(all.toArray()).run();
    assertEquals(0, outcome.exitCode(), outcome.all());
    JsonNode json = Json.read(outcome.out());
    assertTrue(json.path("done").asBoolean(), outcome.all());
    return json;
  }
}
