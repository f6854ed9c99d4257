package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.CowinClient;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;
import org.kycvs.systemtest.support.WireTap;

/**
 * How often a call waits for the database, counted on the wire, from reading its key to its COMMIT.
 * Each number is explained in the decisions about the round trips of the hot path and about
 * webhooks; who makes it another explains that there.
 */
@ExtendWith(SharedServer.class)
class RoundTripsIT {
  private static final int JOURNEYS = 5;

  @Test
  void askAndConfirm_makeNineAndFifteen_asIn2021TenAndEighteen(RunningServer shared)
      throws Exception {
    URI database = URI.create(shared.runJson().path("databaseUrl").asText());
    try (WireTap tap = WireTap.before(database.getPort());
        DataFolder folder = DataFolder.make();
        RunningServer server =
            RunningServer.start("tapped", folder, settings(shared, tap, folder, database))) {
      List<List<String>> asks = new ArrayList<>();
      List<List<String>> confirmations = new ArrayList<>();
      for (int i = 0; i < JOURNEYS; i++) {
        journey(shared, server, tap, asks, confirmations);
      }

      assertEquals(9, fewest(asks).size(), () -> String.join("\n", fewest(asks)));
      assertEquals(
          15, fewest(confirmations).size(), () -> String.join("\n", fewest(confirmations)));

      asks.clear();
      confirmations.clear();
      for (int i = 0; i < JOURNEYS; i++) {
        journeyAsIn2021(shared, server, tap, asks, confirmations);
      }

      assertEquals(10, fewest(asks).size(), () -> String.join("\n", fewest(asks)));
      assertEquals(
          18, fewest(confirmations).size(), () -> String.join("\n", fewest(confirmations)));
    }
  }

  private static void journey(
      RunningServer shared,
      RunningServer server,
      WireTap tap,
      List<List<String>> asks,
      List<List<String>> confirmations) {
    Api hotel = server.with(shared.hotel().liveKey());
    Person person = People.registered();
    String id = hotel.ask(person, shared.hotel().purpose()).json(201).path("id").asText();
    asks.add(call(tap));
    String code = server.inbox().code(id, person.mobile());
    assertEquals("completed", hotel.confirm(id, code).json(200).path("state").asText());
    confirmations.add(call(tap));
  }

  private static void journeyAsIn2021(
      RunningServer shared,
      RunningServer server,
      WireTap tap,
      List<List<String>> asks,
      List<List<String>> confirmations) {
    CowinClient client = new CowinClient(server, shared.hotel().liveKey());
    Person person = People.registered();
    String transaction = client.generateOtp(person).json(200).path("txnId").asText();
    asks.add(call(tap));
    Api hotel = server.with(shared.hotel().liveKey());
    String id = hotel.get(Api.VERIFICATIONS + "?limit=1").json(200).at("/items/0/id").asText();
    String code = server.inbox().code(id, person.mobile());
    assertEquals(200, client.confirmOtp(transaction, code).status());
    confirmations.add(call(tap));
  }

  private static List<String> call(WireTap tap) {
    return tap.newest("FROM api_key WHERE id", "COMMIT");
  }

  /** The first calls, and those that look again which key signs, make more. */
  private static List<String> fewest(List<List<String>> calls) {
    return calls.stream().min(Comparator.comparing(List::size)).orElseThrow();
  }

  /**
   * A second node on the shared server's database; statements are never sent without their text.
   */
  private static Map<String, String> settings(
      RunningServer shared, WireTap tap, DataFolder folder, URI database) throws IOException {
    String[] login = database.getUserInfo().split(":", 2);
    Path password = Files.writeString(folder.path().resolve("owner.password"), login[1]);
    Path masterKey = shared.data().path().resolve("secrets").resolve("master.key");
    return Map.of(
        "KYCVS_DB_URL",
        "postgresql://127.0.0.1:" + tap.port() + database.getPath() + "?prepareThreshold=0",
        "KYCVS_DB_USER",
        login[0],
        "KYCVS_DB_PASSWORD_FILE",
        password.toString(),
        "KYCVS_MASTER_KEY_FILE",
        masterKey.toString());
  }
}
