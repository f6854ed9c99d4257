package org.kycvs.launcher.bench;

import java.util.concurrent.Callable;
import org.kycvs.bench.flow.FlowBench;
import org.kycvs.bench.flow.FlowJson;
import org.kycvs.bench.flow.FlowMeasure;
import org.kycvs.bench.flow.FlowPlan;
import org.kycvs.bench.flow.FlowReport;
import org.kycvs.launcher.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures whole verifications; fails if an answer is wrong. */
@Command(
    name = "flow",
    description = {
      "Starts an installation of its own and makes whole verifications, from the question to the"
          + " signed answer: how many a second, how long each call takes, what it costs. Beside it"
          + " pgbench with the same statements. Every answer is checked.",
      "Data of an installation are not touched; of the settings only KYCVS_SERVER_OPTIONS is read."
    })
final class FlowBenchCommand implements Callable<Integer> {
  private static final int MOST_SECONDS = 86_400;
  private static final int MOST_CALLERS = 64;
  private static final int LEAST_PEOPLE = 100;
  private static final int MOST_PEOPLE = 1_000_000;
  private static final int MOST_ROUNDS = 100;

  @Mixin private InstallationBench bench;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "How long to measure (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "60",
      description = "Seconds of the same before (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--callers",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many call at once, each without a pause (default: ${DEFAULT-VALUE}).")
  private int callers;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many people are in the registry (default: ${DEFAULT-VALUE}).")
  private long people;

  @Option(
      names = "--repeat",
      paramLabel = "K",
      defaultValue = "1",
      description =
          "Let service and pgbench take turns so often, and tell medians (default:"
              + " ${DEFAULT-VALUE}).")
  private int repeat;

  @Option(names = "--no-pgbench", description = "Measure the service only.")
  private boolean noPgbench;

  /** One of {@link ExitCode}. */
  @Override
  public Integer call() {
    bench.require("--seconds", seconds, 1, MOST_SECONDS);
    bench.require("--warm-up", warmUp, 0, MOST_SECONDS);
    bench.require("--callers", callers, 1, MOST_CALLERS);
    bench.require("--people", people, LEAST_PEOPLE, MOST_PEOPLE);
    bench.require("--repeat", repeat, 1, MOST_ROUNDS);
    FlowPlan plan =
        new FlowPlan(seconds, warmUp, callers, people, repeat, bench.seed(), !noPgbench);
    FlowMeasure measure =
        bench.measure(
            (installation, calendar, progress) ->
                new FlowBench(installation, calendar, progress).run(plan));
    bench.print(new FlowReport(measure).text(), FlowJson.of(measure));
    return ExitCode.DONE;
  }
}
