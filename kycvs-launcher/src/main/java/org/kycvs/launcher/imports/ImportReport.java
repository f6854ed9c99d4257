package org.kycvs.launcher.imports;

import java.util.Locale;
import java.util.stream.Collectors;
import org.kycvs.registry.control.imports.ImportCounts;
import org.kycvs.registry.control.imports.ImportOutcome;
import org.kycvs.registry.control.imports.ImportOutcome.Imported;
import org.kycvs.registry.control.imports.ImportOutcome.Refused;
import org.kycvs.registry.control.imports.RefusedRow;

/** Says what became of a file: one line when it was imported, the first rows at fault when not. */
final class ImportReport {
  private static final int SHOWN = 20;

  private final ImportOutcome outcome;
  private final boolean dryRun;

  ImportReport(ImportOutcome outcome, boolean dryRun) {
    this.outcome = outcome;
    this.dryRun = dryRun;
  }

  /** Whether the file was imported, or would be. */
  boolean isDone() {
    return outcome instanceof Imported;
  }

  /** For a person. */
  String text(ImportMeter meter) {
    return outcome instanceof Refused refused ? text(refused) : text(counts(), meter);
  }

  /** For a program: counts and, if refused, the rows that were kept; one line. */
  String json() {
    return outcome instanceof Refused refused ? json(refused) : json(counts());
  }

  private ImportCounts counts() {
    return ((Imported) outcome).counts();
  }

  private String text(ImportCounts counts, ImportMeter meter) {
    return String.format(
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
  }

  private static String text(Refused refused) {
    String rows =
        refused.first().stream()
            .limit(SHOWN)
            .map(ImportReport::text)
            .collect(Collectors.joining(System.lineSeparator()));
    long more = refused.refused() - Math.min(SHOWN, refused.first().size());
    return rows
        + System.lineSeparator()
        + (more > 0 ? "and " + more + " more" + System.lineSeparator() : "")
        + String.format(
            Locale.ROOT,
            "Nothing imported: %,d of %,d rows refused",
            refused.refused(),
            refused.rows());
  }

  private static String text(RefusedRow row) {
    String column = row.column().isEmpty() ? "" : row.column() + ": ";
    return "line " + row.line() + ": " + column + row.reason().code();
  }

  private String json(ImportCounts counts) {
    return String.format(
        Locale.ROOT,
        "{\"imported\":%b,\"dryRun\":%b,\"rows\":%d,\"people\":%d,\"peopleAdded\":%d,"
            + "\"peopleChanged\":%d,\"doses\":%d,\"dosesAdded\":%d,\"dosesChanged\":%d}",
        !dryRun,
        dryRun,
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
        refused.refused(),
        refused.first().stream().map(ImportReport::json).collect(Collectors.joining(",")));
  }

  /** Line, column and code are the program's own words: nothing in them needs an escape. */
  private static String json(RefusedRow row) {
    return String.format(
        Locale.ROOT,
        "{\"line\":%d,\"column\":\"%s\",\"reason\":\"%s\"}",
        row.line(),
        row.column(),
        row.reason().code());
  }
}
