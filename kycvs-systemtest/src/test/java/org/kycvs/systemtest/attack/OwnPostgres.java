package org.kycvs.systemtest.attack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.kycvs.systemtest.support.DataFolder;

/** A PostgreSQL that the servers under test do not run themselves, and that can be killed. */
final class OwnPostgres implements AutoCloseable {
  private static final String OWNER = "kycvs_owner";
  private static final int STARTS = 20;
  private static final long PAUSE_MILLIS = 250;

  private final DataFolder folder;
  private final Path password;
  private EmbeddedPostgres postgres;

  private OwnPostgres(DataFolder folder, Path password) throws IOException {
    this.folder = folder;
    this.password = password;
    this.postgres = start(0);
  }

  /** Starts one, with an empty database. */
  static OwnPostgres start() throws IOException, SQLException {
    DataFolder folder = DataFolder.make();
    Path password = Files.writeString(folder.path().resolve("password"), "not-asked-for");
    OwnPostgres started = new OwnPostgres(folder, password);
    try (Connection connection = started.postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + OWNER + " LOGIN CREATEROLE");
      statement.execute("CREATE DATABASE kycvs OWNER " + OWNER + " TEMPLATE template0");
    }
    return started;
  }

  /** What a node needs to use it. */
  Map<String, String> settings() {
    return Map.of(
        "KYCVS_DB_URL",
        "postgresql://127.0.0.1:" + postgres.getPort() + "/kycvs",
        "KYCVS_DB_USER",
        OWNER,
        "KYCVS_DB_PASSWORD_FILE",
        password.toString());
  }

  /** Kills the postmaster without a warning; its other processes find out and end. */
  void kill() throws IOException {
    List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(lines.get(0))).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
  }

  /** Starts it again after {@link #kill}, where it was. */
  void startAgain() throws IOException, InterruptedException {
    int port = postgres.getPort();
    try {
      postgres.close();
    } catch (IOException | IllegalStateException e) {
      // It is dead already; this only gave the folder back.
    }
    for (int i = 1; ; i++) {
      try {
        postgres = start(port);
        return;
      } catch (IOException | IllegalStateException e) {
        if (i == STARTS) { // until then its other processes may still hold its memory
          throw e;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      folder.close();
    }
  }

  private Path data() {
    return folder.path().resolve("postgres");
  }

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data())
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }
}
