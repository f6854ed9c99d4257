package org.kycvs.systemtest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.Kycvs;
import org.kycvs.systemtest.support.RequestLimits;
import org.kycvs.systemtest.support.RunningServer;

/** Two nodes of one installation: one database that others run, one master key, one issuer. */
final class TwoNodes implements AutoCloseable {
  /** All calls come from one address, and go on when their key is refused. */
  private static final Map<String, String> NO_LIMITS =
      Map.of(
          "KYCVS_RATE_ADDRESS_REQUESTS_PER_MINUTE", "1000000",
          "KYCVS_RATE_ADDRESS_BURST", "1000000",
          "KYCVS_RATE_WRONG_KEYS_PER_MINUTE", "1000000",
          "KYCVS_RATE_WRONG_KEY_BURST", "1000000");

  private final OwnPostgres postgres;
  private final DataFolder firstFolder = DataFolder.make();
  private final DataFolder secondFolder = DataFolder.make();
  private final Map<String, String> settings;
  private final RunningServer first;
  private final RunningServer second;

  private TwoNodes(Map<String, String> own) throws IOException, SQLException {
    postgres = OwnPostgres.start();
    settings = new HashMap<>(postgres.settings());
    settings.put("KYCVS_MASTER_KEY_FILE", masterKey(firstFolder.path()).toString());
    settings.put("KYCVS_ISSUER", "http://localhost:18080");
    settings.putAll(NO_LIMITS);
    settings.putAll(own);
    CompletableFuture<RunningServer> other =
        CompletableFuture.supplyAsync(() -> RunningServer.start("node-2", secondFolder, settings));
    first = RunningServer.start("node-1", firstFolder, settings);
    second = other.join();
  }

  /** Starts both at once, on an empty database. */
  static TwoNodes start() throws IOException, SQLException {
    return start(Map.of());
  }

  /** Starts both with these settings too, each an environment variable. */
  static TwoNodes start(Map<String, String> settings) throws IOException, SQLException {
    return new TwoNodes(settings);
  }

  /** Where one of them runs. */
  RunningServer first() {
    return first;
  }

  /** Where the other runs. */
  RunningServer second() {
    return second;
  }

  /** Both. */
  List<RunningServer> both() {
    return List.of(first, second);
  }

  /** Their database's server. */
  OwnPostgres postgres() {
    return postgres;
  }

  /** An organisation of one's own, approved for a purpose, that may ask as much as it likes. */
  String organisation(String purpose) {
    JsonNode made =
        done(
            "organisation create --short-name Busy --contact privacy@busy.example --legal-name Busy");
    String organisation = made.path("id").asText();
    done("organisation approve " + organisation + " --purpose " + purpose);
    RequestLimits.raise(firstFolder, settings, organisation);
    return organisation;
  }

  /** Runs a command on the first node's folder, its words parted by blanks; what it reported. */
  JsonNode done(String words) {
    List<Object> line = new ArrayList<>(Arrays.asList((Object[]) words.split(" ", -1)));
    line.addAll(List.of("--json", "--data", firstFolder.path()));
    Kycvs command = Kycvs.command(line.toArray());
    settings.forEach(command::with);
    Kycvs.Outcome outcome = command.run();
    assertEquals(0, outcome.exitCode(), outcome.all());
    return Json.read(outcome.out());
  }

  @Override
  public void close() {
    first.close();
    second.close();
    postgres.close();
    firstFolder.close();
    secondFolder.close();
  }

  private static Path masterKey(Path folder) throws IOException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Files.writeString(folder.resolve("master.key"), Base64.getEncoder().encodeToString(key));
  }
}
