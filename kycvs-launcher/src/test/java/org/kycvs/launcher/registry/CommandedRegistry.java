package org.kycvs.launcher.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.imports.TestAccess;
import org.kycvs.registry.control.imports.ImportOutcome.Imported;
import org.kycvs.registry.control.imports.ImportProgress;
import org.kycvs.registry.control.imports.RegistryImport;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;
import org.kycvs.testing.TestDatabase;
import picocli.CommandLine;

/** A registry on real PostgreSQL, worked on by commands, with no container's classes at hand. */
final class CommandedRegistry implements AutoCloseable {
  static final String ASHA = "10001100059551";
  static final String AGAIN = "10001100059552";
  static final String FIRST =
      ASHA + ",Asha Rao,1980,Female,+917999999991,COVISHIELD,1,2021-05-01,B1,100001";
  static final String SECOND =
      ASHA + ",Asha Rao,1980,Female,+917999999991,COVISHIELD,2,2021-09-01,B2,100001";
  static final String ON_ANOTHER_MOBILE =
      AGAIN + ",Asha Rao,1980,Female,+917999999992,COVAXIN,1,2021-10-01,B3,100001";
  private static final String HEADER =
      "beneficiary_reference_id,name,birth_year,gender,mobile_number,"
          + "vaccine,dose,dose_date,vaccine_batch,center_id\n";
  private static final MasterKey KEY =
      MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Calendar CALENDAR =
      new Calendar(
          Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC),
          ZoneId.of("Asia/Kolkata"));

  private final TestDatabase database = TestDatabase.fresh();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  /** Takes rows in and gives the import's id. */
  String importRows(String... rows) {
    String file = HEADER + String.join("\n", rows) + "\n";
    try (Connection owner = database.owner().getConnection()) {
      return assertInstanceOf(
              Imported.class,
              new RegistryImport(owner, KEY, CALENDAR)
                  .run(
                      new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                      ImportProgress.NONE))
          .id();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Under the owner's role. */
  void execute(String sql) {
    try (Connection owner = database.owner().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs {@code kycvs registry} with arguments that blanks part, then with some as they are. */
  int run(String words, String... more) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> arguments = new java.util.ArrayList<>(List.of(words.split(" ")));
    arguments.addAll(Arrays.asList(more));
    return RegistryCommand.on(data -> new TestAccess(database, KEY, CALENDAR))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(CommandedRegistry::refuse)
        .execute(arguments.toArray(String[]::new));
  }

  private static int refuse(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(e.getMessage());
    return assertInstanceOf(CommandException.class, e).exitCode();
  }

  /** Fails unless the command is refused with this one line. */
  void assertRefused(String line, String words, String... more) {
    assertEquals(ExitCode.NO, run(words, more), this::printed);
    assertEquals(line + System.lineSeparator(), err.toString());
    assertEquals("", out.toString());
  }

  /** Fails unless the command says how it is used, because of what this text tells. */
  void assertWrongUsage(String told, String words, String... more) {
    assertEquals(ExitCode.USAGE, run(words, more), this::printed);
    assertTrue(err.toString().contains(told), this::printed);
  }

  /** Fails unless it is done; gives the id on record. */
  String done(String words, String... more) {
    assertEquals(ExitCode.DONE, run(words, more), this::printed);
    return printed().replaceAll("(?s).*On record as ", "").strip();
  }

  /** What the last command printed, all of it, with ids by their kind only. */
  String shown() {
    return printed().replaceAll("(imp|chg|ins|dsp)_[0-9A-Za-z]{22}", "$1_…");
  }

  /** What the last command printed. */
  String printed() {
    return out.toString() + err;
  }

  @Override
  public void close() {
    database.close();
  }
}
