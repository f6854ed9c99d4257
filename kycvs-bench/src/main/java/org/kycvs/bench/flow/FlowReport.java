package org.kycvs.bench.flow;

import java.util.Locale;
import java.util.function.Function;

/** What was measured, in lines for people. */
public final class FlowReport {
  private static final double MEGABYTE = 1 << 20;
  private static final double PERCENT = 100;

  private final FlowMeasure measure;
  private final StringBuilder text = new StringBuilder();

  /** Of this. */
  public FlowReport(FlowMeasure measure) {
    this.measure = measure;
  }

  /** Several lines, the last one without an end. */
  public String text() {
    text.setLength(0);
    FlowPlan plan = measure.plan();
    line("Benchmark of whole verifications, seed %d".formatted(plan.seed()));
    line(measure.installation());
    line(
        "%s, %d processors for server, PostgreSQL and callers together"
            .formatted(measure.java(), measure.processors()));
    line(
        format(
            "%d callers, %,d people, %d s after %d s to warm up%s",
            plan.callers(),
            plan.people(),
            plan.seconds(),
            plan.warmUp(),
            plan.repeat() > 1 ? ", median of " + plan.repeat() : ""));
    service(measure.flow());
    line("");
    measure.reference().ifPresentOrElse(this::reference, this::noReference);
    text.append("Every answer was as it should be.");
    return text.toString();
  }

  private void service(FlowRound flow) {
    line("");
    row("verifications a second", "%,.1f", flow.perSecond());
    line("");
    line(format("  %-38s%10s%10s%10s%10s", "milliseconds", "median", "95 %", "99 %", "slowest"));
    times("ask", flow.ask());
    times("confirm", flow.confirm());
    line("");
    line("Each verification takes");
    row("processor time of the server", "%.2f ms", flow.serverCpuMillis());
    row("processor time of PostgreSQL", "%.2f ms", flow.databaseCpuMillis());
    row("database, all tables and indexes", "%,.0f bytes", flow.databaseBytes());
    line("");
    row("memory of the server afterwards", "%,.0f MB", flow.residentBytes() / MEGABYTE);
    row("  heap in use, garbage included", "%,.0f MB", flow.heapBytes() / MEGABYTE);
    row("messages sent before the confirmation", "%.1f %%", flow.messagesSent() * PERCENT);
  }

  private void reference(PgBenchRound reference) {
    line("pgbench, as many clients, the same statements and transactions, nothing around them");
    row("verifications a second", "%,.1f", reference.perSecond());
    row("mean time of all statements", "%.2f ms", reference.millis());
    row("processor time of PostgreSQL", "%.2f ms", reference.databaseCpuMillis());
    line("");
    row("service / pgbench, verifications", "%.2f", measure.ratio().orElse(Double.NaN));
    line("");
  }

  private void noReference() {
    measure
        .remark()
        .ifPresent(
            remark -> {
              line("Without a comparison: " + remark);
              line("");
            });
  }

  private void times(String call, CallTimes times) {
    Function<Double, String> millis = value -> format("%.2f", value);
    line(
        format(
            "  %-38s%10s%10s%10s%10s",
            call,
            millis.apply(times.median()),
            millis.apply(times.p95()),
            millis.apply(times.p99()),
            millis.apply(times.slowest())));
  }

  private void row(String what, String format, double value) {
    line(format("  %-38s%16s", what, Double.isFinite(value) ? format(format, value) : "unknown"));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
