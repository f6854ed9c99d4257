package org.kycvs.launcher.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The benchmarks; without the name of one it says which there are. */
@Command(
    name = "bench",
    description = "Measures, on an installation or database of its own that is removed afterwards.",
    synopsisSubcommandLabel = "BENCHMARK",
    subcommands = {
      RegistryBenchCommand.class,
      FlowBenchCommand.class,
      UniformityBenchCommand.class
    })
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Ready to be run. */
  public BenchCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
