package org.kycvs.launcher.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import picocli.CommandLine;

/** Runs the command on the distribution's PostgreSQL, with few people. */
class BenchCommandIT {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void bench_alone_saysWhichBenchmarksThereAre() {
    assertEquals(ExitCode.DONE, run());
    assertTrue(out.toString().contains("registry"), out::toString);
  }

  @Test
  void registry_fewPeople_measuresAndLeavesNothingBehind() {
    assertEquals(
        ExitCode.DONE,
        run("registry", "--people", "200", "--lookups", "200", "--temp", folder.toString()));
    assertTrue(out.toString().contains("Every look-up was answered as expected."), out::toString);
    assertTrue(out.toString().contains("fsync on"), out::toString);
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void registry_wrongNumbers_areWrongUsage() {
    assertEquals(ExitCode.USAGE, run("registry", "--people", "0"));
    assertEquals(ExitCode.USAGE, run("registry", "--people", "1,100000001"));
    assertEquals(ExitCode.USAGE, run("registry", "--people", "many"));
    assertEquals(ExitCode.USAGE, run("registry", "--lookups", "0"));
    assertEquals(ExitCode.USAGE, run("registry", "--repeat", "0"));
  }

  @Test
  void registry_noSuchFolder_cannotBeReached() {
    assertEquals(
        ExitCode.UNREACHABLE,
        run("registry", "--people", "1", "--temp", folder.resolve("none").toString()));
  }

  @Test
  void diskNeed_manyPeople_isWarnedOf() {
    assertEquals(30_000_000_000L + (2L << 30), DiskNeed.of(10_000_000).bytes());
    DiskNeed tiny = new DiskNeed(5_000_000, 1);
    tiny.check(folder, new PrintWriter(err));
    assertTrue(err.toString().startsWith("kycvs: 5,000,000 people take up to"), err::toString);
  }

  private int run(String... arguments) {
    return new CommandLine(new BenchCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler((e, command, parsed) -> ((CommandException) e).exitCode())
        .execute(arguments);
  }
}
