package org.kycvs.launcher.bench;

import java.util.concurrent.Callable;
import org.kycvs.bench.uniformity.UniformityBench;
import org.kycvs.bench.uniformity.UniformityJson;
import org.kycvs.bench.uniformity.UniformityMeasure;
import org.kycvs.bench.uniformity.UniformityPlan;
import org.kycvs.bench.uniformity.UniformityReport;
import org.kycvs.launcher.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares answers for people of all kinds; exits with 1 if their bytes differ. */
@Command(
    name = "uniformity",
    description = {
      "Starts an installation of its own and asks about people who are registered, are not, have"
          + " another name, blocked the organisation or want to hear from nobody. Compares the"
          + " bytes of all answers, and their times.",
      "Exit code 1 says that bytes differ; times are told, not judged.",
      "Data of an installation are not touched; of the settings only KYCVS_SERVER_OPTIONS is read."
    })
final class UniformityBenchCommand implements Callable<Integer> {
  private static final int LEAST = 2;
  private static final int MOST = 50_000;

  @Mixin private InstallationBench bench;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "How many people of each of the six kinds; each is three calls (default:"
              + " ${DEFAULT-VALUE}).")
  private int samples;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "How many people to ask about before, of all kinds (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  /** One of {@link ExitCode}. */
  @Override
  public Integer call() {
    bench.require("--samples", samples, LEAST, MOST);
    bench.require("--warm-up", warmUp, 0, MOST);
    UniformityPlan plan = new UniformityPlan(samples, warmUp, bench.seed());
    UniformityMeasure measure =
        bench.measure(
            (installation, calendar, progress) ->
                new UniformityBench(installation, calendar, progress).run(plan));
    bench.print(new UniformityReport(measure).text(), UniformityJson.of(measure));
    return measure.isUniform() ? ExitCode.DONE : ExitCode.NO;
  }
}
