package org.kycvs.launcher.masterkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.imports.TestAccess;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;
import org.kycvs.testing.TestDatabase;
import picocli.CommandLine;

/** The commands that rotate the master key, with no container's classes at hand. */
class MasterKeyCommandsIT {
  private static final String ROOT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final Calendar CALENDAR =
      new Calendar(
          Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC),
          ZoneId.of("Asia/Kolkata"));

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.fresh();
  private final RegistryAccesses access = data -> new TestAccess(database, key(), CALENDAR);
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private Path file;

  @BeforeEach
  void makeKey() throws IOException {
    file = Files.writeString(folder.resolve("master.key"), "# root\n" + ROOT + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void rotate_addsALine_keepsModeAndComments_isAudited() throws Exception {
    String id = field("rotate", "key");
    List<String> lines = Files.readAllLines(file);
    assertEquals(3, lines.size());
    assertEquals(List.of("# root", ROOT), lines.subList(0, 2));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(List.of("master-key-rotated " + id), acts());
    assertFalse(printed().contains(lines.get(2)));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void rotate_fileBehindALink_isReplacedWhereItIs() throws Exception {
    Path place = folder.resolve("place");
    Files.move(file, place);
    Files.createSymbolicLink(file, place);
    done("rotate");
    assertTrue(Files.isSymbolicLink(file));
    assertEquals(3, Files.readAllLines(place).size());
  }

  @Test
  void prepare_thenRotate_theSameKeySeals() throws Exception {
    String prepared = field("prepare", "key");
    assertTrue(Files.readAllLines(file).get(2).startsWith("next "));
    assertTrue(done("status").contains(prepared + "  prepared: opens, does not seal yet"));
    assertRefused("a key is prepared already: copy the file to every node, then rotate", "prepare");
    assertEquals(prepared, field("rotate", "key"));
    assertEquals(3, Files.readAllLines(file).size());
    assertFalse(Files.readString(file).contains("next"));
    assertTrue(done("status").contains(prepared + "  seals and opens"));
  }

  @Test
  void retire_onlyWhatNothingNeeds_goes() throws Exception {
    String root = key().keys().get(0).id();
    String second = field("rotate", "key");
    keepDispute(key());
    String third = field("rotate", "key");
    execute(
        "INSERT INTO seal_walk VALUES ('registry_dispute', '"
            + third
            + "', '{}', 1, 0, 0, 0, true)");

    assertRefused("the key file has no such key; kycvs master-key status lists them", "retire 0");
    assertRefused(
        "this is the root: what is found by a keyed hash needs it for ever", "retire " + root);
    assertRefused("new values are sealed with this key: rotate first", "retire " + third);
    assertRefused(
        "values are still sealed with this key: 1 of registry_dispute.sealed_account",
        "retire " + second);
    assertEquals(List.of("f"), lines("SELECT is_finished FROM seal_walk"));
    assertEquals(4, Files.readAllLines(file).size());

    execute("DELETE FROM registry_dispute");
    done("retire " + second);
    assertEquals(3, Files.readAllLines(file).size());
    assertTrue(acts().contains("master-key-retired " + second));
    assertFalse(done("status").contains(second));
  }

  @Test
  void status_countsByKeyAndPlace() throws Exception {
    keepDispute(key());
    String root = key().keys().get(0).id();
    assertEquals(
        root
            + "  root, seals and opens"
            + System.lineSeparator()
            + "    1  registry_dispute.sealed_account"
            + System.lineSeparator(),
        done("status"));
    done("rotate");
    execute("UPDATE registry_dispute SET sealed_account = set_byte(sealed_account, 1, 0)");
    done("status --json");
    Map<String, Object> json = JSONObjectUtils.parse(out.toString());
    assertEquals(2, assertInstanceOf(List.class, json.get("keys")).size());
    assertEquals(Map.of("registry_dispute.sealed_account", 1L), json.get("otherKeys"));
  }

  private void keepDispute(MasterKey key) throws SQLException {
    String id = "dsp_" + "a".repeat(22);
    try (Connection owner = database.owner().getConnection();
        PreparedStatement insert =
            owner.prepareStatement(
                "INSERT INTO registry_dispute (id, reference, ground, sealed_account, raised_at,"
                    + " raised_by) VALUES (?, 1, 'not-me', ?, now(), 'tests')")) {
      insert.setString(1, id);
      insert.setBytes(2, key.seal("kycvs/registry-note/1").seal("A note.", id));
      insert.executeUpdate();
    }
  }

  private MasterKey key() {
    try {
      return MasterKey.of(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String field(String words, String name) throws ParseException {
    done(words + " --json");
    return String.valueOf(JSONObjectUtils.parse(out.toString()).get(name));
  }

  private String done(String words) {
    assertEquals(ExitCode.DONE, run(words), this::printed);
    return printed();
  }

  private void assertRefused(String line, String words) {
    assertEquals(ExitCode.NO, run(words), this::printed);
    assertEquals("nothing was changed: " + line + System.lineSeparator(), err.toString());
  }

  private int run(String words) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of("master-key"));
    arguments.addAll(List.of(words.split(" ")));
    return new CommandLine(new Kycvs())
        .addSubcommand(MasterKeyCommand.on(access))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println(e.getMessage());
              return assertInstanceOf(CommandException.class, e).exitCode();
            })
        .execute(arguments.toArray(String[]::new));
  }

  private String printed() {
    return out.toString() + err;
  }

  private List<String> acts() {
    return lines("SELECT act || ' ' || subject FROM audit_entry ORDER BY at, 1");
  }

  private List<String> lines(String sql) {
    List<String> lines = new ArrayList<>();
    try (Connection owner = database.owner().getConnection();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) {
    try (Connection owner = database.owner().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @CommandLine.Command(name = "kycvs")
  private static final class Kycvs {}
}
