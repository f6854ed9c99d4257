package org.kycvs.launcher.registry;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.database.SqlReason;
import org.kycvs.launcher.imports.RegistryAccess;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.registry.control.RegistryUnreachableException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands on the registry share: where it is, and how they answer. */
final class RegistryOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of database, secrets and logs (default: data).")
  private @Nullable Path data;

  @Option(names = "--json", description = "Answer with one line of JSON, for a program.")
  private boolean json;

  /** Does the work on the registry and prints what it reports; gives the exit code. */
  int report(RegistryAccesses registries, Work work) {
    Report report = reported(registries, work);
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(JSONObjectUtils.toJSONString(report.json()));
    } else if (report.isDone()) {
      out.println(report.text());
    } else {
      throw new CommandException(ExitCode.NO, report.text());
    }
    out.flush();
    return report.isDone() ? ExitCode.DONE : ExitCode.NO;
  }

  private Report reported(RegistryAccesses registries, Work work) {
    try (RegistryAccess access = registries.open(Optional.ofNullable(data))) {
      return work.in(new OpenRegistry(access));
    } catch (RegistryUnreachableException e) {
      throw failed(e.getCause() instanceof SQLException cause ? cause : new SQLException(e));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static CommandException failed(SQLException e) {
    return new CommandException(
        ExitCode.UNREACHABLE, "nothing was changed, the database failed: " + SqlReason.of(e));
  }

  /** What a command does with the registry. */
  @FunctionalInterface
  interface Work {
    Report in(OpenRegistry registry) throws SQLException;
  }
}
