package org.kycvs.systemtest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.attack.WholeDatabase.Content;
import org.kycvs.systemtest.support.Distribution;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/**
 * After the other tests: neither a table of the shared server's database nor a log has a code, an
 * API key, a mobile or a name in clear, of all that were used and of the whole registry.
 */
@ExtendWith(SharedServer.class)
@Order(Integer.MAX_VALUE - 1)
class AtRestIT {
  private static final int REGISTERED_PEOPLE = 1_000;

  /** The published code of test mode, which is no secret. */
  private static final String TEST_CODE = "246810";

  @Test
  void everyTableAndLog_holdsNothingInClear(RunningServer server) throws Exception {
    for (int i = 0; i < 5; i++) {
      Journey.make(server, server.hotel(), People.registered()).answer();
    }
    Map<String, Content> tables = WholeDatabase.read(server);
    assertLargeEnough(tables);

    assertEquals(Set.of(), found(server, tables));
  }

  @Test
  void eachKindOfSecret_planted_isFound(RunningServer server) throws Exception {
    Journey journey = Journey.make(server, server.hotel(), People.registered());
    String key = server.hotel().liveKey();
    String mobile = journey.person().mobile();
    String national = mobile.substring("+91".length());
    String name = journey.person().name();
    Set<String> found;
    try (Connection owner = OwnerLogin.connect(server);
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE planted (words text[], bytes bytea)");
      try {
        plant(owner, "the code " + journey.code() + ".", name.getBytes(StandardCharsets.UTF_8));
        plant(owner, "91" + national, sha256(journey.code()));
        plant(
            owner,
            "{" + name.toUpperCase(Locale.ROOT) + "}",
            ("x" + mobile).getBytes(StandardCharsets.UTF_8));
        plant(owner, "key=" + key, journey.code().getBytes(StandardCharsets.US_ASCII));
        found = found(server, Map.of("public.planted", read(server, "public.planted")));
      } finally {
        statement.execute("DROP TABLE planted");
      }
    }

    String where = " in public.planted";
    for (String secret :
        List.of(
            "code " + journey.code(),
            "code " + journey.code() + " as SHA-256",
            "code " + journey.code() + " in hex",
            "mobile " + national,
            "mobile " + mobile,
            "name " + name,
            "API key " + key)) {
      assertTrue(found.contains(secret + where), secret + " is not in " + found);
    }
  }

  private static Content read(RunningServer server, String table) throws SQLException {
    return Objects.requireNonNull(WholeDatabase.read(server).get(table), table);
  }

  private static void plant(Connection owner, String word, byte[] bytes) throws SQLException {
    try (PreparedStatement insert =
        owner.prepareStatement("INSERT INTO planted VALUES (ARRAY['before', ?], ?)")) {
      insert.setString(1, word);
      insert.setBytes(2, bytes);
      insert.executeUpdate();
    }
  }

  private static byte[] sha256(String text) throws Exception {
    return java.security.MessageDigest.getInstance("SHA-256")
        .digest(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void assertLargeEnough(Map<String, Content> tables) {
    int people = rows(tables, "public.person_");
    assertTrue(people >= REGISTERED_PEOPLE, people + " people in " + tables.keySet());
    for (String table :
        List.of("verification", "otp_challenge", "sms_outbox", "development_inbox", "api_key")) {
      assertTrue(rows(tables, "public." + table) > 0, table + " in " + tables.keySet());
    }
    Content receipts = Objects.requireNonNull(tables.get("public.consent_receipt"));
    assertTrue(receipts.text().contains("notshared"), "what is signed was not decoded");
  }

  private static int rows(Map<String, Content> tables, String beginning) {
    return tables.entrySet().stream()
        .filter(table -> table.getKey().startsWith(beginning))
        .mapToInt(table -> table.getValue().rows())
        .sum();
  }

  private static Set<String> found(RunningServer server, Map<String, Content> tables)
      throws IOException {
    Map<String, String> kinds = new HashMap<>(registry());
    kinds.putAll(server.used().kinds());
    kinds.remove(TEST_CODE);
    for (String kind : List.of("API key", "mobile", "name", "code")) {
      assertTrue(kinds.containsValue(kind), kind);
    }
    SecretForms forms = new SecretForms(kinds);
    Set<String> found = new TreeSet<>();
    tables.forEach(
        (table, content) -> {
          forms.inText().in(content.text()).forEach(one -> found.add(one + " in " + table));
          forms.inBytes().in(content.bytes()).forEach(one -> found.add(one + " in " + table));
        });
    server
        .data()
        .logs()
        .forEach(
            (file, log) ->
                forms
                    .inText()
                    .in(log.toLowerCase(Locale.ROOT))
                    .forEach(one -> found.add(one + " in " + file.getFileName())));
    return found;
  }

  /** Everybody's name and mobile, as the sample registry has them. */
  private static Map<String, String> registry() throws IOException {
    Map<String, String> kinds = new HashMap<>();
    Path file = Distribution.sample("sample-registry.csv");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        kinds.put(row.getField("name"), "name");
        String mobile = row.getField("mobile_number");
        kinds.put(mobile, "mobile");
        kinds.put(mobile.replaceFirst("^[+]91", ""), "mobile");
      }
    }
    return kinds;
  }
}
