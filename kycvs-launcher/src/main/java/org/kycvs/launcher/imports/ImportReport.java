package org.kycvs.launcher.imports;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kycvs.registry.control.imports.ImportCounts;
import org.kycvs.registry.control.imports.ImportOutcome;
import org.kycvs.registry.control.imports.ImportOutcome.Imported;
import org.kycvs.registry.control.imports.ImportOutcome.Refused;
import org.kycvs.registry.control.imports.RefusedRow;

/** Says what became of a file: one line when it was imported, the first rows at fault when not. */
final class ImportReport {
  private static final int SHOWN = 20;
  private static final String NEWLINE = System.lineSeparator();

  private final ImportOutcome outcome;
  private final boolean dryRun;
  private final Path file;
  private final Optional<Path> refusedRows;

  /** Of the file; the refused rows are in the other, if there are any and it could be written. */
  ImportReport(ImportOutcome outcome, boolean dryRun, Path file, Optional<Path> refusedRows) {
    this.outcome = outcome;
    this.dryRun = dryRun;
    this.file = file;
    this.refusedRows = refusedRows;
  }

  /** Whether the file was imported, or would be. */
  boolean isDone() {
    return outcome instanceof Imported;
  }

  /** For a person. */
  String text(ImportMeter meter) {
    return outcome instanceof Refused refused ? text(refused) : text((Imported) outcome, meter);
  }

  /** For a program: counts and, if refused, every row with its reason; one line. */
  String json() {
    return outcome instanceof Refused refused ? json(refused) : json((Imported) outcome);
  }

  private String text(Imported imported, ImportMeter meter) {
    ImportCounts counts = imported.counts();
    String done =
        String.format(
            Locale.ROOT,
            "%s %,d rows in %.1f s (%,d rows/s): %,d people (%,d new, %,d changed),"
                + " %,d doses (%,d new, %,d changed)",
            dryRun ? "Would import" : "Imported",
            counts.rows(),
            meter.seconds(),
            meter.rowsPerSecond(),
            counts.people(),
            counts.peopleAdded(),
            counts.peopleChanged(),
            counts.doses(),
            counts.dosesAdded(),
            counts.dosesChanged());
    return dryRun ? done : done + NEWLINE + "To take it back: kycvs registry undo " + imported.id();
  }

  private String text(Refused refused) {
    String rows =
        refused
            .refusals()
            .rows()
            .limit(SHOWN)
            .map(ImportReport::text)
            .collect(Collectors.joining(NEWLINE));
    long more = refused.refusals().count() - SHOWN;
    return rows
        + NEWLINE
        + (more > 0 ? String.format(Locale.ROOT, "and %,d more", more) + NEWLINE : "")
        + String.format(
            Locale.ROOT,
            "Nothing imported: %,d of %,d rows refused",
            refused.refusals().count(),
            refused.rows())
        + refusedRows.map(this::mending).orElse("");
  }

  private String mending(Path rows) {
    return NEWLINE
        + "They are in "
        + rows
        + ", with line and reason. Mend them there, then:"
        + NEWLINE
        + "  kycvs import "
        + file
        + " --mended "
        + rows;
  }

  private static String text(RefusedRow row) {
    String column = row.columnName().isEmpty() ? "" : row.columnName() + ": ";
    return "line " + row.line() + ": " + column + row.reason().code();
  }

  private String json(Imported imported) {
    ImportCounts counts = imported.counts();
    return String.format(
        Locale.ROOT,
        "{\"imported\":%b,\"dryRun\":%b,%s\"rows\":%d,\"people\":%d,\"peopleAdded\":%d,"
            + "\"peopleChanged\":%d,\"doses\":%d,\"dosesAdded\":%d,\"dosesChanged\":%d}",
        !dryRun,
        dryRun,
        dryRun ? "" : "\"id\":\"" + imported.id() + "\",",
        counts.rows(),
        counts.people(),
        counts.peopleAdded(),
        counts.peopleChanged(),
        counts.doses(),
        counts.dosesAdded(),
        counts.dosesChanged());
  }

  private String json(Refused refused) {
    return String.format(
        Locale.ROOT,
        "{\"imported\":false,\"dryRun\":%b,\"rows\":%d,\"refused\":%d,\"refusals\":[%s]}",
        dryRun,
        refused.rows(),
        refused.refusals().count(),
        refused.refusals().rows().map(ImportReport::json).collect(Collectors.joining(",")));
  }

  /** Line, column and code are the program's own words: nothing in them needs an escape. */
  private static String json(RefusedRow row) {
    return String.format(
        Locale.ROOT,
        "{\"line\":%d,\"column\":\"%s\",\"reason\":\"%s\"}",
        row.line(),
        row.columnName(),
        row.reason().code());
  }
}
