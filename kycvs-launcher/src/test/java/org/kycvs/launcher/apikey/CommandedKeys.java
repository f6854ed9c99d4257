package org.kycvs.launcher.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.imports.TestAccess;
import org.kycvs.launcher.organisation.OrganisationCommand;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;
import org.kycvs.testing.TestDatabase;
import picocli.CommandLine;

/** Organisations and their keys on real PostgreSQL, with no container's classes at hand. */
final class CommandedKeys implements AutoCloseable {
  private static final MasterKey KEY =
      MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Calendar CALENDAR =
      new Calendar(
          Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC),
          ZoneId.of("Asia/Kolkata"));

  private final TestDatabase database = TestDatabase.fresh();
  private final RegistryAccesses access = data -> new TestAccess(database, KEY, CALENDAR);
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  /** Runs {@code kycvs} with arguments that blanks part, then with some as they are. */
  int run(String words, String... more) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of(words.split(" ")));
    arguments.addAll(List.of(more));
    return new CommandLine(new Kycvs())
        .addSubcommand(OrganisationCommand.on(access))
        .addSubcommand(ApiKeyCommand.on(access))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(CommandedKeys::refuse)
        .execute(arguments.toArray(String[]::new));
  }

  /** Fails unless it is done; gives what it printed. */
  String done(String words, String... more) {
    assertEquals(ExitCode.DONE, run(words, more), this::printed);
    return printed();
  }

  /** Fails unless the command is refused with this one line. */
  void assertRefused(String line, String words, String... more) {
    assertEquals(ExitCode.NO, run(words, more), this::printed);
    assertEquals("nothing was changed: " + line + System.lineSeparator(), err.toString());
    assertEquals("", out.toString());
  }

  /** Registers an organisation and gives its id. */
  String organisation() {
    return id(
        "org_",
        done(
            "organisation create --short-name Sunrise --contact c@sunrise.example"
                + " --legal-name",
            "Sunrise Hotels Private Limited"));
  }

  /** The first id with this prefix. */
  static String id(String prefix, String text) {
    return text.replaceAll("(?s).*?(" + prefix + "[0-9A-Za-z]{22}).*", "$1");
  }

  /** The first column of all rows, under the owner's role. */
  List<String> lines(String sql) {
    List<String> lines = new ArrayList<>();
    try (Connection owner = database.owner().getConnection();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        lines.add(String.valueOf(row.getString(1)));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the last command printed, with ids and keys by their kind only. */
  String shown() {
    return printed()
        .replaceAll("kvs_(live|test)_[0-9A-Za-z]{22}_[0-9A-Za-z]{38}", "kvs_$1_…")
        .replaceAll("(org|key)_[0-9A-Za-z]{22}", "$1_…");
  }

  /** What the last command printed. */
  String printed() {
    return out.toString() + err;
  }

  private static int refuse(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(e.getMessage());
    return assertInstanceOf(CommandException.class, e).exitCode();
  }

  @Override
  public void close() {
    database.close();
  }

  @CommandLine.Command(name = "kycvs")
  private static final class Kycvs {}
}
