package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.Jws;
import org.kycvs.systemtest.support.Kycvs;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Processes;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/**
 * {@code check} with statement and keys kept in files, while the server is stopped. The last test
 * of all, because it stops the server that the others share.
 */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(Integer.MAX_VALUE)
class OfflineIT {
  private final Path folder;
  private final Path data;
  private final String audience;
  private final Jws statement;
  private final Path jwks;
  private final Path metadata;

  OfflineIT(RunningServer server, @TempDir Path folder) throws IOException {
    this.folder = folder;
    this.data = server.data().path();
    this.audience = server.hotel().id();
    this.statement = Journey.make(server, server.hotel(), People.registered()).statement();
    this.jwks = kept("jwks.json", server.withoutKey().get("/.well-known/jwks.json").body());
    this.metadata = kept("kycvs.json", server.withoutKey().get("/.well-known/kycvs.json").body());
    server.stop();
  }

  @Test
  void stoppedServer_leavesNothingRunning() {
    assertEquals(List.of(), Processes.describe(data));
    assertFalse(Files.exists(data.resolve("run.json")));
  }

  @Test
  void goodStatement_isValid() throws IOException {
    Path file = kept("statement.jws", statement.compact() + "\n");

    Kycvs.Outcome outcome =
        Kycvs.command("check", file, "--jwks", jwks, "--audience", audience).run();

    assertEquals(0, outcome.exitCode(), outcome.all());
    assertEquals("signature valid", outcome.out().lines().findFirst().orElse(""));
    assertEquals(0, check(statement.compact(), "--metadata", metadata).exitCode());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void oneCharacterChanged_isRefused(int part) {
    String[] parts = statement.compact().split("[.]");
    int middle = parts[part].length() / 2;
    char other = parts[part].charAt(middle) == 'A' ? 'B' : 'A';
    parts[part] = parts[part].substring(0, middle) + other + parts[part].substring(middle + 1);

    List<String> reasons = reasons(check(String.join(".", parts), "--json"));

    // A changed header may not be JSON any more, or name another key.
    assertTrue(
        part == 0
            ? List.of("malformed", "signature-invalid", "key-unknown").containsAll(reasons)
            : reasons.equals(List.of("signature-invalid")),
        reasons.toString());
  }

  @Test
  void expired_isRefusedAndWasValidBefore() {
    Instant expiry = Instant.ofEpochSecond(statement.claims().path("exp").asLong());

    assertRefused("expired", check(statement.compact(), "--at", expiry.plusSeconds(60)));
    assertEquals(0, check(statement.compact(), "--at", expiry.minusSeconds(1)).exitCode());
    assertRefused("not-yet-valid", check(statement.compact(), "--at", expiry.minusSeconds(90_000)));
  }

  @Test
  void otherAudienceNonceOrIssuer_isRefused() {
    String other = "org_0000000000000000000000";
    assertRefused("audience-wrong", check(statement.compact(), "--audience", other));
    assertRefused("nonce-wrong", check(statement.compact(), "--nonce", "n-0S6_WzA2Mj"));
    assertRefused("issuer-wrong", check(statement.compact(), "--issuer", "https://kycvs.example"));
  }

  @Test
  void foreignKeyWithItsOwnId_isUnknown() {
    ECKey foreign = ForeignKeys.make("foreign");

    assertRefused("key-unknown", check(ForeignKeys.sign(statement, foreign)));
  }

  @Test
  void foreignKeyWithOurKeysId_isRefused() {
    ECKey foreign = ForeignKeys.make(statement.jwt().getHeader().getKeyID());

    assertRefused("signature-invalid", check(ForeignKeys.sign(statement, foreign)));
  }

  @Test
  void severalReasons_areAllGiven() {
    Kycvs.Outcome outcome =
        check(
            statement.compact(),
            "--json",
            "--audience",
            "org_0000000000000000000000",
            "--at",
            "2100-01-01T00:00:00Z");

    assertEquals(List.of("audience-wrong", "expired"), reasons(outcome));
  }

  @Test
  void whatIsNoStatement_isMalformed() {
    assertRefused("malformed", check("eyJ.x.y"));
  }

  @Test
  void filesThatAreNotThere_areNamed() {
    Kycvs.Outcome outcome =
        Kycvs.command("check", statement.compact(), "--jwks", folder.resolve("no.json")).run();

    assertEquals(3, outcome.exitCode(), outcome.all());
    assertEquals(1, outcome.errors().size(), outcome.all());
    assertTrue(outcome.err().contains("no.json"), outcome.err());
  }

  private Kycvs.Outcome check(String text, Object... options) {
    List<Object> words = new ArrayList<>(List.of("check", text, "--jwks", jwks));
    words.addAll(List.of(options));
    Kycvs.Outcome outcome = Kycvs.command(words.toArray()).run();
    assertFalse(outcome.all().contains("\tat "), outcome.all());
    return outcome;
  }

  private static void assertRefused(String reason, Kycvs.Outcome outcome) {
    assertEquals(1, outcome.exitCode(), outcome.all());
    assertTrue(outcome.out().startsWith("refused"), outcome.out());
    assertTrue(outcome.out().contains("\n  " + reason + " "), outcome.out());
    assertFalse(outcome.out().contains("\nsignature valid"), outcome.out());
  }

  private static List<String> reasons(Kycvs.Outcome outcome) {
    assertEquals(1, outcome.exitCode(), outcome.all());
    List<String> reasons = new ArrayList<>();
    for (JsonNode reason : Json.read(outcome.out()).path("reasons")) {
      reasons.add(reason.asText());
    }
    return reasons;
  }

  private Path kept(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
