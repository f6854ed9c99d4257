package org.kycvs.launcher.report;

import org.kycvs.registry.control.changes.RecordTransaction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Why something is done. */
public final class ReasonOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, in 1 to 500 characters. It is kept, sealed.")
  private String reason;

  /**
   * As it was given.
   *
   * @throws ParameterException if it is blank or too long
   */
  public String text() {
    return checked(command, "--reason", reason);
  }

  /** The text, if it is one of 1 to 500 characters. */
  public static String checked(CommandSpec command, String option, String text) {
    if (!RecordTransaction.isReason(text)) {
      throw new ParameterException(
          command.commandLine(), option + " must be a text of 1 to 500 characters");
    }
    return text;
  }
}
