package org.kycvs.launcher.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.shared.crypto.MasterKey;

class EmbeddedDatabaseIT {
  private static final MasterKey KEY =
      MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Installation INSTALLATION =
      new Installation(Path.of(System.getProperty("kycvs.home")), Optional.empty());

  @TempDir Path folder;
  private EmbeddedDatabase database;

  @BeforeEach
  void start() {
    database = embedded();
    database.start();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void start_isDurableLocalAndChecked() throws SQLException {
    for (String setting :
        List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
      assertEquals("on", query(database.owner(), "SHOW " + setting), setting);
    }
    assertEquals("127.0.0.1", query(database.owner(), "SHOW listen_addresses"));
    assertEquals("scram-sha-256", query(database.owner(), "SHOW password_encryption"));
  }

  @Test
  void connect_wrongPassword_isRefusedInOneLine() {
    DatabaseLogin owner = database.owner();
    CommandException refusal =
        assertThrows(
            CommandException.class,
            () -> new DatabaseLogin(owner.address(), owner.user(), "wrong").connect().close());
    assertEquals(ExitCode.UNREACHABLE, refusal.exitCode());
    assertEquals(1, String.valueOf(refusal.getMessage()).lines().count());
  }

  @Test
  void start_ownerIsNoSuperuser() throws SQLException {
    assertEquals(
        "f", query(database.owner(), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"));
  }

  @Test
  void start_anotherOneStillRunsOnTheFolder_takesItsPlaceAndKeepsTheData() throws SQLException {
    execute(database.owner(), "CREATE TABLE kept AS SELECT 1 AS one");
    long orphan = pid();
    EmbeddedDatabase next = embedded(); // as after a kill of the process that started the first
    next.start();
    assertFalse(ProcessHandle.of(orphan).filter(EmbeddedDatabaseIT::isPostgres).isPresent());
    assertEquals("1", query(next.owner(), "SELECT one FROM kept"));
    database = next;
  }

  @Test
  void start_afterAKillOfPostgresql_recovers() throws Exception {
    execute(database.owner(), "CREATE TABLE kept AS SELECT 1 AS one");
    ProcessHandle postgres = ProcessHandle.of(pid()).orElseThrow();
    assertTrue(postgres.destroyForcibly());
    while (isPostgres(postgres)) {
      Thread.onSpinWait();
    }
    database.start();
    assertEquals("1", query(database.owner(), "SELECT one FROM kept"));
  }

  @Test
  void startAgainIfEnded_killed_startsWhereItWas() throws Exception {
    execute(database.owner(), "CREATE TABLE kept AS SELECT 1 AS one");
    assertFalse(database.startAgainIfEnded());
    ProcessHandle postgres = ProcessHandle.of(pid()).orElseThrow();
    assertTrue(postgres.destroyForcibly());
    while (isPostgres(postgres)) {
      Thread.onSpinWait();
    }

    assertTrue(database.startAgainIfEnded());

    assertEquals("1", query(database.owner(), "SELECT one FROM kept"));
    assertFalse(database.startAgainIfEnded());
  }

  @Test
  void startAgainIfEnded_stopped_staysStopped() {
    database.close();

    assertFalse(database.startAgainIfEnded());

    assertFalse(Files.exists(folder.resolve("postgres").resolve(PostmasterFile.NAME)));
  }

  @Test
  void start_pidFileNamesAnotherProcess_isStale() throws IOException {
    database.close();
    Files.writeString(
        folder.resolve("postgres").resolve(PostmasterFile.NAME),
        ProcessHandle.current().pid() + "\n" + folder + "\n1\n5432\n");
    database.start();
    assertTrue(ProcessHandle.current().isAlive());
  }

  @Test
  void migration_applicationMayReadAndWriteButDefineNothing() throws SQLException {
    DatabaseLogin application = ApplicationRole.derived(database.owner(), KEY);
    try (Connection owner = database.owner().connect()) {
      ApplicationRole.ensure(owner, application);
      ApplicationRole.ensure(owner, application);
    }
    Path scripts = INSTALLATION.databaseScripts();
    assertTrue(Migration.run(database.owner(), scripts, application.user()) > 0);
    assertEquals(0, Migration.run(database.owner(), scripts, application.user()));

    assertEquals("0", query(application, "SELECT count(*) FROM verification"));
    for (String forbidden :
        List.of(
            "CREATE TABLE mine (x int)",
            "CREATE TEMPORARY TABLE mine (x int)",
            "ALTER TABLE verification ADD COLUMN mine int",
            "DROP TABLE verification",
            "DELETE FROM audit_entry")) {
      SQLException refusal =
          assertThrows(SQLException.class, () -> execute(application, forbidden), forbidden);
      assertEquals("42501", refusal.getSQLState(), forbidden + ": " + refusal.getMessage());
    }
  }

  @Test
  void applicationRole_keyChanged_getsTheNewPassword() throws SQLException {
    MasterKey other = MasterKey.parse("HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHgA=");
    try (Connection owner = database.owner().connect()) {
      ApplicationRole.ensure(owner, ApplicationRole.derived(database.owner(), KEY));
      ApplicationRole.ensure(owner, ApplicationRole.derived(database.owner(), other));
    }
    assertEquals("1", query(ApplicationRole.derived(database.owner(), other), "SELECT 1"));
  }

  @Test
  void applicationRole_mayDoTooMuch_isRefused() throws SQLException {
    DatabaseLogin application = ApplicationRole.derived(database.owner(), KEY);
    try (Connection owner = database.owner().connect()) {
      Roles.ensure(owner, application.user(), "CREATEROLE");
      CommandException refusal =
          assertThrows(CommandException.class, () -> ApplicationRole.ensure(owner, application));
      assertTrue(
          String.valueOf(refusal.getMessage()).contains("may do too much"), refusal.getMessage());
    }
  }

  private EmbeddedDatabase embedded() {
    return new EmbeddedDatabase(DataDirectory.open(folder), INSTALLATION, 0);
  }

  private long pid() {
    return PostmasterFile.read(folder.resolve("postgres")).orElseThrow().pid();
  }

  /** A process that ended but was not reaped yet has no command any more. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
  }

  private static String query(DatabaseLogin login, String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }

  private static void execute(DatabaseLogin login, String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
