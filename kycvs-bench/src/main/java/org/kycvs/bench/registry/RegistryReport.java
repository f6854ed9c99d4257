package org.kycvs.bench.registry;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was measured, as a table for people: a column a size. */
public final class RegistryReport {
  private static final double MEGABYTE = 1 << 20;
  private static final String LINE = "  %-38s";
  private static final String COLUMN = "%20s";

  private final RegistryMeasure measure;
  private final StringBuilder text = new StringBuilder();

  /** Of this. */
  public RegistryReport(RegistryMeasure measure) {
    this.measure = measure;
  }

  /** Several lines, the last one without an end. */
  public String text() {
    text.setLength(0);
    head();
    imports();
    lookUps();
    bytes();
    verdict();
    return text.toString();
  }

  private void head() {
    BenchPlan plan = measure.plan();
    line("Benchmark of the registry, seed %d".formatted(plan.seed()));
    line(measure.database());
    line(
        "%s, %d processors, at most %s of heap"
            .formatted(measure.java(), measure.processors(), megabytes(measure.heapLimit())));
    line("");
    row("people", size -> number(size.people()));
    row("doses", size -> number(size.doses()));
    row("rows of the file", size -> number(size.rows()));
  }

  private void imports() {
    int repeat = measure.plan().repeat();
    line("");
    line("Import" + (repeat > 1 ? ", median of " + repeat : ""));
    row("rows a second", size -> number(size.rows() / size.imported().seconds()));
    row("  read, check, seal and stage", size -> seconds(size.imported().readSeconds()));
    row("  merge and commit", size -> seconds(size.imported().mergeSeconds()));
    row("raw COPY of the same, rows a second", size -> number(size.rows() / size.copySeconds()));
    row("import / raw COPY, in time", size -> format("%.2f", size.importByCopy()));
    row("most heap after a collection", size -> megabytes(size.imported().heapBytes()));
  }

  private void lookUps() {
    line("");
    line("Look-up, one connection, %,d times".formatted(measure.plan().lookUps()));
    row("look-ups a second", size -> number(size.lookUps().perSecond()));
    row("median time", size -> micros(size.lookUps().p50Micros()));
    row("95 of 100 within", size -> micros(size.lookUps().p95Micros()));
    row("99 of 100 within", size -> micros(size.lookUps().p99Micros()));
    row("slowest", size -> micros(size.lookUps().maxMicros()));
    row("wrong answers", size -> number(size.lookUps().wrong()));
    row("  of answers checked", size -> number(size.lookUps().asked()));
  }

  private void bytes() {
    line("");
    line("Bytes on disk, without write-ahead log");
    row("a person, with doses and indexes", size -> per(size.person().bytes(), size.people()));
    row("  row", size -> per(size.person().table(), size.people()));
    row("  index entries", size -> per(size.person().indexes(), size.people()));
    row("a dose, with people and indexes", size -> per(size.person().bytes(), size.doses()));
  }

  private void verdict() {
    List<String> wrong =
        measure.sizes().stream().flatMap(size -> size.lookUps().firstWrong().stream()).toList();
    line("");
    text.append(
        measure.isRight()
            ? "Every look-up was answered as expected."
            : "WRONG ANSWERS: " + String.join("; ", wrong));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void row(String what, Function<SizeMeasure, String> value) {
    line(
        format(LINE, what)
            + measure.sizes().stream()
                .map(size -> format(COLUMN, value.apply(size)))
                .collect(Collectors.joining()));
  }

  private static String per(long bytes, long things) {
    return things == 0 ? "-" : number((double) bytes / things);
  }

  private static String number(double value) {
    return format("%,d", Math.round(value));
  }

  private static String seconds(double value) {
    return format("%.1f s", value);
  }

  private static String micros(double value) {
    return format("%,d µs", Math.round(value));
  }

  private static String megabytes(long bytes) {
    return format("%,d MB", Math.round(bytes / MEGABYTE));
  }

  private static String format(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
