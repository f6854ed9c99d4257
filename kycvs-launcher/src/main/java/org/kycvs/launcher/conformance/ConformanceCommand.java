package org.kycvs.launcher.conformance;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kycvs.client.conformance.CheckerUnderTest;
import org.kycvs.client.conformance.ConformanceKit;
import org.kycvs.client.conformance.OwnChecker;
import org.kycvs.client.conformance.TestVector;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code conformance}: whether a checker of statements says what it has to say. */
@Command(
    name = "conformance",
    description = {
      "Tries a checker of statements on good and bad ones.",
      "The checker is a command in any language. It is started for each statement, reads one JSON",
      "object from standard input (statement, at, audience, nonce, allowTest, jwks, metadata,",
      "statusLists), and writes {\"valid\":true} or {\"valid\":false,\"reasons\":[\"expired\"]}.",
      "Without --command, our own checker is tried."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the checker said what it has to say, each time",
      "1:it did not",
      "2:wrong usage"
    })
public final class ConformanceCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Spec private CommandSpec spec;

  @Option(names = "--command", paramLabel = "COMMAND", description = "The checker, for a shell.")
  private @Nullable String command;

  @Option(
      names = "--verdict-only",
      description = "Only whether a statement is refused counts, not the reasons.")
  private boolean verdictOnly;

  @Option(
      names = "--show",
      paramLabel = "VECTOR",
      description = "Print what a checker is given for one vector, and do nothing else.")
  private @Nullable String shown;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ConformanceKit kit = ConformanceKit.standard();
    PrintWriter out = spec.commandLine().getOut();
    if (shown != null) {
      out.println(CheckerCommand.question(vector(kit, shown), kit.published()));
      out.flush();
      return ExitCode.DONE;
    }
    CheckerUnderTest checker =
        command == null ? new OwnChecker() : new CheckerCommand(command, PATIENCE);
    ConformanceReport report = new ConformanceReport(kit.run(checker, !verdictOnly));
    if (json) {
      report.forPrograms(out);
    } else {
      report.forPeople(out);
    }
    return report.isMet() ? ExitCode.DONE : ExitCode.NO;
  }

  private static TestVector vector(ConformanceKit kit, String id) {
    return kit.vectors().stream()
        .filter(vector -> vector.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE,
                    "there is no vector "
                        + id
                        + "; there are "
                        + String.join(", ", kit.vectors().stream().map(TestVector::id).toList())));
  }
}
