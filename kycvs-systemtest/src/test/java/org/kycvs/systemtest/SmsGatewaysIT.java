package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.FakeGateway;
import org.kycvs.systemtest.support.FakeGateway.Sms;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;

/** A server that sends by two HTTP gateways, of which the first dies. */
class SmsGatewaysIT {
  private static final int BEFORE = 10;
  private static final int AFTER = 10;
  private static final long PAUSE_MILLIS = 50;
  private static final int LOOKS = 400;

  @Test
  void twoHttpGateways_firstDies_everyMessageArrivesOnceAndReportsAreSeenAfterCompletion()
      throws Exception {
    FakeGateway first = FakeGateway.start();
    try (FakeGateway second = FakeGateway.start();
        DataFolder data = DataFolder.make();
        RunningServer server =
            RunningServer.start("sms-gateways", data, FakeGateway.settings(first, second))) {
      Api hotel = server.with(server.hotel().liveKey());

      verifyAndReport(hotel, server.hotel().purpose(), first);
      assertEquals(0, second.taken().size(), "The reserve gets none");

      Map<String, String> asked = new HashMap<>();
      ask(asked, hotel, server.hotel().purpose(), BEFORE);
      first.close();
      ask(asked, hotel, server.hotel().purpose(), AFTER);
      int doubtful = assertOnceOrInDoubt(asked, hotel, List.of(first, second));
      assertTrue(second.taken().size() + doubtful >= AFTER, second::toString);
      assertTrue(doubtful < AFTER, () -> "In doubt: " + doubtful);
    }
  }

  private static void verifyAndReport(Api hotel, String purpose, FakeGateway gateway)
      throws InterruptedException {
    Person person = People.registered();
    JsonNode asked = hotel.ask(person, purpose).json(201);
    String id = asked.path("id").asText();
    Sms sms = gateway.only(person.mobile());
    assertTrue(sms.text().contains("ONLY whether you are vaccinated"), sms.text());
    assertTrue(sms.report().contains("/sms-reports/a/" + sms.number() + "/"), sms.report());
    await(() -> sms(hotel, id).equals("sent"));

    assertEquals(404, FakeGateway.report(wrong(sms), "arrived"));
    assertEquals(204, FakeGateway.report(sms, "on its way"));
    assertEquals("sent", sms(hotel, id));
    assertEquals(204, FakeGateway.report(sms, "arrived"));
    assertFalse(hotel.verification(id).body().contains("\"delivered\""), "Not before the answer");

    JsonNode completed = hotel.confirm(id, sms.code()).json(200);
    assertEquals(person.status(), completed.path("status").asInt());
    JsonNode read = hotel.verification(id).json(200);
    assertEquals("delivered", read.path("sms").asText(), read.toString());
    assertEquals(204, FakeGateway.report(sms, "lost"));
    assertEquals("delivered", hotel.verification(id).json(200).path("sms").asText());
  }

  /** The address of the next message with this one's proof. */
  private static Sms wrong(Sms sms) {
    return new Sms(
        sms.number(),
        sms.mobile(),
        sms.text(),
        sms.report().replace("/" + sms.number() + "/", "/" + (sms.number() + 1) + "/"),
        sms.at());
  }

  private static void ask(Map<String, String> asked, Api hotel, String purpose, int many) {
    for (int i = 0; i < many; i++) {
      Person nobody = People.nobody();
      asked.put(
          nobody.mobile().replace("+", ""),
          hotel.ask(nobody, purpose).json(201).path("id").asText());
    }
  }

  /** How many are in doubt. */
  private static int assertOnceOrInDoubt(
      Map<String, String> asked, Api hotel, List<FakeGateway> gateways)
      throws InterruptedException {
    Set<String> settled = Set.of("sent", "in-doubt");
    Set<String> doubtful = new HashSet<>();
    for (Map.Entry<String, String> one : asked.entrySet()) {
      await(() -> settled.contains(sms(hotel, one.getValue())));
      if (sms(hotel, one.getValue()).equals("in-doubt")) {
        doubtful.add(one.getKey());
      }
    }
    for (String mobile : asked.keySet()) {
      List<Sms> arrived = new ArrayList<>();
      gateways.forEach(
          gateway ->
              gateway.taken().stream()
                  .filter(sms -> sms.mobile().equals(mobile))
                  .forEach(arrived::add));
      assertTrue(
          arrived.size() == 1 || arrived.isEmpty() && doubtful.contains(mobile),
          () -> arrived.size() + " times, in doubt " + doubtful);
    }
    return doubtful.size();
  }

  private static String sms(Api api, String verification) {
    return api.verification(verification).json(200).path("code").path("sms").asText();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; !condition.getAsBoolean(); i++) {
      assertTrue(i < LOOKS, "It did not happen");
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
