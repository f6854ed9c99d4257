package org.kycvs.launcher.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.database.SqlReason;
import org.kycvs.launcher.place.Reason;
import org.kycvs.registry.control.imports.ImportOutcome;
import org.kycvs.registry.control.imports.MendedRows;
import org.kycvs.registry.control.imports.MendedRowsException;
import org.kycvs.registry.control.imports.RegistryImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a registry file in: all of it, or nothing and a list of the rows at fault. */
@Command(
    name = "import",
    description = "Takes people and doses in from a CSV file: all or nothing.")
public final class ImportCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.csv", description = "The file; its first line names the columns.")
  private Path file;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of database, secrets and logs (default: ./data).")
  private @Nullable Path data;

  @Option(
      names = "--mended",
      paramLabel = "FILE",
      description = "Rows that an import refused, mended: they take the place of FILE.csv's own.")
  private @Nullable Path mendedFile;

  @Option(names = "--dry-run", description = "Say what would happen, and change nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Write the outcome as JSON, for a program.")
  private boolean json;

  /** Into the registries that this finds. */
  public ImportCommand(RegistryAccesses registries) {
    this.registries = registries;
  }

  /** One of {@link ExitCode}. */
  @Override
  public Integer call() {
    MendedRows mended = mendedRows();
    try (InputStream csv = Files.newInputStream(file);
        RegistryAccess registry = registries.open(Optional.ofNullable(data))) {
      RegistryImport registryImport =
          new RegistryImport(registry.connection(), registry.masterKey(), registry.calendar());
      ImportMeter meter = new ImportMeter(registry.calendar().clock(), progressLine());
      ImportOutcome outcome =
          dryRun
              ? registryImport.rehearse(csv, mended, meter)
              : registryImport.run(csv, mended, meter);
      meter.stop();
      ImportReport report = new ImportReport(outcome, dryRun, file, refusedRows(outcome, mended));
      spec.commandLine().getOut().println(json ? report.json() : report.text(meter));
      spec.commandLine().getOut().flush();
      return report.isDone() ? ExitCode.DONE : ExitCode.NO;
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot read " + file + " (" + Reason.of(e) + ")");
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "nothing was imported, the database failed: " + SqlReason.of(e));
    }
  }

  private MendedRows mendedRows() {
    if (mendedFile == null) {
      return MendedRows.NONE;
    }
    try (InputStream csv = Files.newInputStream(mendedFile)) {
      return MendedRows.read(csv);
    } catch (MendedRowsException e) {
      throw new CommandException(
          ExitCode.NO, "nothing was imported: cannot use " + mendedFile + ": " + e.getMessage());
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot read " + mendedFile + " (" + Reason.of(e) + ")");
    }
  }

  /** Where the rows are that somebody has to mend; none if all were imported. */
  private Optional<Path> refusedRows(ImportOutcome outcome, MendedRows mended) {
    if (!(outcome instanceof ImportOutcome.Refused refused)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new RefusedRowsPath(file).write(refused.refusals(), mended));
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println(
              "kycvs: the refused rows cannot be written beside "
                  + file
                  + " ("
                  + Reason.of(e)
                  + ")");
      return Optional.empty();
    }
  }

  /** Progress is for a person who watches; where output goes to a file or program, none. */
  private ProgressLine progressLine() {
    return json || System.console() == null
        ? ProgressLine.NONE
        : new TerminalLine(spec.commandLine().getErr());
  }
}
