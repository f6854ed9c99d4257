package org.kycvs.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.BenchInstallation;
import org.kycvs.bench.BenchProgress;
import org.kycvs.bench.journey.RaisedLimits;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.imports.TerminalLine;
import org.kycvs.launcher.place.Installation;
import org.kycvs.shared.time.Calendar;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the benchmarks of a whole installation have in common: its start, its end, and failing. */
final class InstallationBench {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed makes the same people (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--temp",
      paramLabel = "DIR",
      defaultValue = "${sys:java.io.tmpdir}",
      description =
          "On the disk to measure; a folder is made in it, and removed (default: ${DEFAULT-VALUE}).")
  private Path temp;

  @Option(names = "--json", description = "Write the measurements as JSON, for a program.")
  private boolean json;

  /** What measures. */
  interface Bench<T> {
    T run(BenchInstallation installation, Calendar calendar, BenchProgress progress)
        throws IOException, SQLException;
  }

  /** Measures on an installation that is gone then. */
  <T> T measure(Bench<T> bench) {
    BenchProgress progress =
        json || System.console() == null
            ? BenchProgress.NONE
            : new SlowLine(new TerminalLine(spec.commandLine().getErr()));
    progress.tell("starting an installation");
    Calendar calendar = new Calendar(Clock.systemUTC(), ZoneId.of("Asia/Kolkata"));
    try (TemporaryInstallation installation =
        TemporaryInstallation.start(temp, Installation.ofThisCommand(), RaisedLimits.SETTINGS)) {
      return measure(bench, installation, calendar, progress);
    } finally {
      progress.tell("");
    }
  }

  private static <T> T measure(
      Bench<T> bench,
      TemporaryInstallation installation,
      Calendar calendar,
      BenchProgress progress) {
    try {
      return bench.run(installation, calendar, progress);
    } catch (BenchFailedException | IOException | SQLException e) {
      if (installation.isClosed()) {
        throw new CommandException(ExitCode.NO, "stopped; nothing was measured");
      }
      String reason =
          String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason is known");
      throw new CommandException(
          e instanceof BenchFailedException ? ExitCode.NO : ExitCode.UNREACHABLE,
          "nothing was measured: " + reason);
    }
  }

  /** Writes the result. */
  void print(String text, String asJson) {
    spec.commandLine().getOut().println(json ? asJson : text);
    spec.commandLine().getOut().flush();
  }

  long seed() {
    return seed;
  }

  void require(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is %d, but must be a number from %d to %,d".formatted(option, value, least, most));
    }
  }
}
