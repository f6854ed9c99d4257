package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** After all other tests: no log of the shared server tells what must not be told. */
@ExtendWith(SharedServer.class)
@Order(Integer.MAX_VALUE - 1)
class SecretsIT {
  private static final Pattern API_KEY = Pattern.compile("kvs_(live|test)_[0-9A-Za-z]+");

  @Test
  void logs_holdNoCodeKeyMobileOrName(RunningServer server) {
    makeEveryKindOfTrouble(server);
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<Path, String> log : server.data().logs().entrySet()) {
      texts.put(log.getKey().getFileName().toString(), log.getValue());
    }
    texts.put("launcher's output", server.launcherOutput());
    assertTrue(texts.getOrDefault("server.log", "").length() > 1_000, texts.keySet().toString());

    List<String> found = new ArrayList<>();
    Map<String, String> kinds = server.used().kinds();
    for (String kind : List.of("API key", "mobile", "name", "code")) {
      assertTrue(kinds.containsValue(kind), kind);
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      kinds.forEach(
          (secret, kind) -> {
            if (holds(text.getValue(), secret)) {
              found.add(kind + " " + secret + " in " + text.getKey());
            }
          });
      assertFalse(API_KEY.matcher(text.getValue()).find(), text.getKey());
    }
    assertEquals(List.of(), found);
  }

  /** What fails is what is logged most: each part of a request at a wrong place. */
  private static void makeEveryKindOfTrouble(RunningServer server) {
    Journey journey = Journey.make(server, server.hotel(), People.registered());
    Person person = journey.person();
    Api api = server.with(server.hotel().liveKey());
    api.confirm(journey.id(), journey.code()).problem(409, "already-completed");
    api.ask(Map.of("mobile", person.name(), "name", person.mobile(), "purpose", journey.code()));
    api.ask(Map.of("mobile", List.of(person.mobile()), "name", 5, person.name(), "x"));
    api.post(Api.VERIFICATIONS, "{\"mobile\":\"" + person.mobile() + "\",\"name\":");
    api.get("/api/v1/verifications/" + person.mobile());
    api.get("/api/v1/verifications?reference=" + person.mobile() + "&limit=" + journey.code());
    server.with(server.hotel().liveKey() + "x").get(Api.VERIFICATIONS);
  }

  private static boolean holds(String text, String secret) {
    return Pattern.compile(
            "(?<![0-9A-Za-z])" + Pattern.quote(secret) + "(?![0-9A-Za-z])",
            Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }
}
