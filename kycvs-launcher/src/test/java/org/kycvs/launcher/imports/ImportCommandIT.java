package org.kycvs.launcher.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.demodata.SampleRegistry;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;
import org.kycvs.testing.TestDatabase;
import picocli.CommandLine;

/** Runs the command on real PostgreSQL, with no container's classes at hand. */
class ImportCommandIT {
  private static final Path SAMPLES = Path.of("..", "db", "sample");
  private static final MasterKey KEY =
      MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Calendar CALENDAR =
      new Calendar(
          Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC),
          ZoneId.of("Asia/Kolkata"));

  private final TestDatabase database = TestDatabase.fresh();
  private final StringWriter out = new StringWriter();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void import_sample_saysWhatItDidAndHowToTakeItBack() {
    assertEquals(ExitCode.DONE, run(SAMPLES.resolve("sample-registry.csv").toString()));
    assertTrue(out.toString().startsWith("Imported 2,135 rows in "), out::toString);
    assertTrue(
        lines()
            .get(0)
            .endsWith("1,200 people (1,200 new, 0 changed), 1,989 doses (1,989 new, 0 changed)"),
        out::toString);
    assertTrue(
        lines().get(1).matches("To take it back: kycvs registry undo imp_[0-9A-Za-z]{22}"),
        out::toString);
    assertEquals(2, lines().size());
  }

  @Test
  void import_dryRun_leavesTheRegistryEmpty() throws Exception {
    assertEquals(
        ExitCode.DONE,
        run("--dry-run", "--json", SAMPLES.resolve("sample-registry.csv").toString()));
    assertEquals(
        "{\"imported\":false,\"dryRun\":true,\"rows\":2135,\"people\":1200,\"peopleAdded\":1200,"
            + "\"peopleChanged\":0,\"doses\":1989,\"dosesAdded\":1989,\"dosesChanged\":0}",
        out.toString().strip());
    assertTrue(seedIfEmpty());
  }

  @Test
  void import_rejects_listsLineColumnAndReason(@TempDir Path folder) throws Exception {
    String file = rejects(folder);
    assertEquals(ExitCode.NO, run(file));
    assertTrue(out.toString().startsWith("line 2: name: name-missing"), out::toString);
    assertTrue(
        out.toString().contains("line 14: beneficiary_reference_id: reference-missing"),
        out::toString);
    String refused = file.replace(".csv", ".refused.csv");
    assertEquals(
        List.of(
            "Nothing imported: 13 of 13 rows refused",
            "They are in " + refused + ", with line and reason. Mend them there, then:",
            "  kycvs import " + file + " --mended " + refused),
        lines().subList(lines().size() - 3, lines().size()));
    assertTrue(seedIfEmpty());
  }

  @Test
  void import_manyRejects_showsTwentyAndCountsTheRest(@TempDir Path folder) throws IOException {
    String header = Files.readAllLines(SAMPLES.resolve("sample-registry.csv")).get(0);
    Path file = Files.writeString(folder.resolve("bad.csv"), header + "\n" + "x\n".repeat(50));
    assertEquals(ExitCode.NO, run(file.toString()));
    assertEquals(24, out.toString().lines().count());
    assertTrue(out.toString().contains("and 30 more"), out::toString);
  }

  @Test
  void import_rejectsAsJson_isOneLineForAProgram(@TempDir Path folder) throws IOException {
    assertEquals(ExitCode.NO, run("--json", rejects(folder)));
    assertTrue(
        out.toString()
            .startsWith(
                "{\"imported\":false,\"dryRun\":false,\"rows\":13,\"refused\":13,\"refusals\":["
                    + "{\"line\":2,\"column\":\"name\",\"reason\":\"name-missing\"},"),
        out::toString);
    assertEquals(1, out.toString().lines().count());
  }

  @Test
  void import_noSuchFile_cannotBeReached() {
    assertEquals(ExitCode.UNREACHABLE, run("nowhere.csv"));
  }

  @Test
  void seedIfEmpty_secondTime_changesNothing() throws Exception {
    assertTrue(seedIfEmpty());
    assertFalse(seedIfEmpty());
  }

  private boolean seedIfEmpty() throws IOException, SQLException {
    try (Connection owner = database.owner().getConnection()) {
      return new SampleRegistry(SAMPLES.resolve("sample-registry.csv"), CALENDAR)
          .seedIfEmpty(owner, KEY);
    }
  }

  /** A copy: what is refused is written beside it. */
  private static String rejects(Path folder) throws IOException {
    return Files.copy(SAMPLES.resolve("sample-rejects.csv"), folder.resolve("rejects.csv"))
        .toString();
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  private int run(String... arguments) {
    return new CommandLine(new ImportCommand(data -> new TestAccess(database, KEY, CALENDAR)))
        .setOut(new PrintWriter(out))
        .setExecutionExceptionHandler((e, command, parsed) -> ((CommandException) e).exitCode())
        .execute(arguments);
  }
}
