package org.kycvs.launcher.report;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.apikey.control.ApiKeysUnreachableException;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.database.SqlReason;
import org.kycvs.launcher.imports.RegistryAccess;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.registry.control.RegistryUnreachableException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands of administration share: where the database is, and how they answer. */
public class ReportOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of database, secrets and logs (default: data).")
  private @Nullable Path data;

  @Option(names = "--json", description = "Answer with one line of JSON, for a program.")
  private boolean json;

  /** Whether a program reads the answer. */
  public boolean isJson() {
    return json;
  }

  /** Does the work on the database and prints what it reports; gives the exit code. */
  public int reportOn(RegistryAccesses databases, Work work) {
    Report report = reported(databases, work);
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

  private Report reported(RegistryAccesses databases, Work work) {
    try (RegistryAccess access = databases.open(Optional.ofNullable(data))) {
      return work.in(access);
    } catch (RegistryUnreachableException | ApiKeysUnreachableException e) {
      throw failed(e.getCause() instanceof SQLException cause ? cause : new SQLException(e));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static CommandException failed(SQLException e) {
    return new CommandException(
        ExitCode.UNREACHABLE, "nothing was changed, the database failed: " + SqlReason.of(e));
  }

  /** What a command does with the database. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    Report in(RegistryAccess access) throws SQLException;
  }
}
