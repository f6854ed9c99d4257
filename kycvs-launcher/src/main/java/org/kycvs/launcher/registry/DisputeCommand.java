package org.kycvs.launcher.registry;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReasonOption;
import org.kycvs.launcher.report.Words;
import org.kycvs.registry.entity.DisputeGround;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes down that somebody says a record is wrong, by letter or on the phone. */
@Command(
    name = "dispute",
    description = {
      "Writes down that somebody says a record is wrong, by letter or on the phone.",
      "It changes no record and no answer: an operator decides."
    })
final class DisputeCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "REFERENCE", description = "The record's reference id.")
  private long reference;

  @Option(
      names = "--ground",
      paramLabel = "GROUND",
      required = true,
      converter = Grounds.class,
      completionCandidates = Grounds.class,
      description = "What is said to be wrong: ${COMPLETION-CANDIDATES}.")
  private DisputeGround ground;

  @Option(
      names = "--account",
      paramLabel = "TEXT",
      required = true,
      description = "What they say, in 1 to 500 characters. It is kept, sealed.")
  private String account;

  @Mixin private RegistryOptions options;

  DisputeCommand(RegistryAccesses registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    String said = ReasonOption.checked(command, "--account", account);
    return options.report(
        registries,
        registry ->
            new ActReport(
                registry.disputes().raise(registry.operator(), reference, ground, said),
                "Disputed: record " + reference + ". No answer changes until an operator decides.",
                "not written down"));
  }

  /** The grounds as they are on record. */
  static final class Grounds extends Words implements ITypeConverter<DisputeGround> {
    Grounds() {
      super(Arrays.stream(DisputeGround.values()).map(DisputeGround::onRecord).toList());
    }

    @Override
    public DisputeGround convert(String word) {
      return DisputeGround.of(known(word));
    }
  }
}
