package org.kycvs.launcher.server;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;

/** Runs Payara's administration commands, and does not go on after one that failed. */
final class AdminCommands {
  private AdminCommands() {}

  /**
   * Runs one command.
   *
   * @throws IllegalStateException if it failed; the message has its name, not its arguments, which
   *     may be secret
   */
  static void run(AdminCommandRunner commands, String command, String... arguments) {
    ClusterCommandResult result = commands.run(command, arguments);
    if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
      throw new IllegalStateException(
          "Payara refused " + command + ": " + result.getOutput(), result.getFailureCause());
    }
  }
}
