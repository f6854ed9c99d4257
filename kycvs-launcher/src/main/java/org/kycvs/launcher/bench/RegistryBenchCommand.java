package org.kycvs.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.BenchProgress;
import org.kycvs.bench.people.Population;
import org.kycvs.bench.registry.BenchPlan;
import org.kycvs.bench.registry.RegistryBench;
import org.kycvs.bench.registry.RegistryJson;
import org.kycvs.bench.registry.RegistryMeasure;
import org.kycvs.bench.registry.RegistryReport;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.imports.TerminalLine;
import org.kycvs.launcher.place.Installation;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.time.Calendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the registry; exits with 1 if an answer was wrong. */
@Command(
    name = "registry",
    description = {
      "Makes people, imports them, looks them up: rows a second beside a raw COPY of the same rows,"
          + " time of a look-up, bytes a person. Every answer is checked.",
      "Settings and data of an installation are neither read nor touched."
    })
final class RegistryBenchCommand implements Callable<Integer> {
  private static final int MOST_LOOK_UPS = 1_000_000;
  private static final int MOST_ROUNDS = 100;
  private static final int KEY_LENGTH = 32;

  @Spec private CommandSpec spec;

  @Option(
      names = "--people",
      paramLabel = "N",
      split = ",",
      defaultValue = "100000,1000000",
      description = "How many people; several numbers with commas (default: ${DEFAULT-VALUE}).")
  private List<Long> people;

  @Option(
      names = "--lookups",
      paramLabel = "N",
      defaultValue = "20000",
      description =
          "Look-ups that are timed, after as many to warm up (default: ${DEFAULT-VALUE}).")
  private int lookUps;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed makes the same people (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--repeat",
      paramLabel = "K",
      defaultValue = "1",
      description = "Import so often, and tell medians (default: ${DEFAULT-VALUE}).")
  private int repeat;

  @Option(
      names = "--temp",
      paramLabel = "DIR",
      defaultValue = "${sys:java.io.tmpdir}",
      description =
          "On the disk to measure; a folder is made in it, and removed (default: ${DEFAULT-VALUE}).")
  private Path temp;

  @Option(names = "--json", description = "Write the measurements as JSON, for a program.")
  private boolean json;

  /** One of {@link ExitCode}. */
  @Override
  public Integer call() {
    people.forEach(size -> require("--people", size, Population.MOST));
    require("--lookups", lookUps, MOST_LOOK_UPS);
    require("--repeat", repeat, MOST_ROUNDS);
    DiskNeed.of(people.stream().mapToLong(size -> size).max().orElseThrow())
        .check(temp, spec.commandLine().getErr());
    MasterKey key =
        MasterKey.parse(Base64.getEncoder().encodeToString(RandomText.bytes(KEY_LENGTH)));
    BenchProgress progress = progress();
    try (TemporaryDatabases databases =
        TemporaryDatabases.in(temp, Installation.ofThisCommand(), key)) {
      RegistryMeasure measure = measure(databases, key, progress);
      progress.tell("");
      spec.commandLine()
          .getOut()
          .println(json ? RegistryJson.of(measure) : new RegistryReport(measure).text());
      spec.commandLine().getOut().flush();
      return measure.isRight() ? ExitCode.DONE : ExitCode.NO;
    } catch (CommandException e) {
      progress.tell("");
      throw e;
    }
  }

  private RegistryMeasure measure(
      TemporaryDatabases databases, MasterKey key, BenchProgress progress) {
    try {
      return new RegistryBench(databases, key, calendar(), progress)
          .run(new BenchPlan(people, lookUps, seed, repeat));
    } catch (BenchFailedException e) {
      throw failed(ExitCode.NO, e);
    } catch (IOException | SQLException e) {
      throw databases.isClosed()
          ? new CommandException(ExitCode.NO, "stopped; nothing was measured")
          : failed(ExitCode.UNREACHABLE, e);
    }
  }

  private static CommandException failed(int exitCode, Exception cause) {
    String reason =
        String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason is known");
    return new CommandException(exitCode, "nothing was measured: " + reason);
  }

  private void require(String option, long value, long most) {
    if (value < 1 || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is %d, but must be a number from 1 to %,d".formatted(option, value, most));
    }
  }

  private BenchProgress progress() {
    return json || System.console() == null
        ? BenchProgress.NONE
        : new SlowLine(new TerminalLine(spec.commandLine().getErr()));
  }

  private static Calendar calendar() {
    return new Calendar(Clock.systemUTC(), ZoneId.of("Asia/Kolkata"));
  }
}
