package org.kycvs.bench.uniformity;

import java.util.Locale;
import org.kycvs.bench.statistics.CliffsDelta;

/** What was found, in lines for people. */
public final class UniformityReport {
  private static final String COLUMNS = "  %-24s%10s%12s%10s  %-18s%12s%n";

  private final UniformityMeasure measure;

  /** Of this. */
  public UniformityReport(UniformityMeasure measure) {
    this.measure = measure;
  }

  /** Several lines, the last one without an end. */
  public String text() {
    StringBuilder text = new StringBuilder();
    head(text);
    for (CallKind call : CallKind.values()) {
      text.append(format("%n%s%n", call.words()));
      text.append(
          format(COLUMNS, "", "median ms", "registered", "delta", "95 % interval", "guess right"));
      measure.times().stream()
          .filter(comparison -> comparison.call() == call)
          .forEach(comparison -> text.append(row(comparison)));
    }
    text.append(legend()).append(verdict());
    return text.toString();
  }

  private void head(StringBuilder text) {
    UniformityPlan plan = measure.plan();
    text.append(
        format(
            "Can an organisation tell people apart before they consent? Seed %d%n%s%n",
            plan.seed(), measure.installation()));
    text.append(
        format(
            "%,d people of each kind in random order, one caller, after %,d to warm up%n",
            plan.samples(), plan.warmUp()));
  }

  private static String row(TimeComparison comparison) {
    CliffsDelta delta = comparison.delta();
    return format(
        COLUMNS,
        comparison.person().words(),
        format("%.2f", comparison.medianMillis()),
        format("%.2f", comparison.registeredMillis()),
        format("%+.3f", delta.value()),
        format("%+.3f to %+.3f", delta.low(), delta.high()),
        format("%.1f %%", comparison.guessesRight() * 100));
  }

  private static String legend() {
    return format(
        """

        delta        Cliff's delta: how much more often an answer for them takes longer than one for
                     a registered person than it takes less. Negligible below %.3f, either way.
        guess right  How often somebody who measures one answer guesses right which of the two the
                     person is; 50 %% is chance.
        "registered, once more" is compared with "registered" to show what chance alone does: a
        difference as small as that says nothing.

        """,
        CliffsDelta.NEGLIGIBLE);
  }

  private String verdict() {
    StringBuilder text = new StringBuilder();
    if (measure.guessed() > 0) {
      text.append(
          format("%d guessed codes were right by chance and left out.%n", measure.guessed()));
    }
    long apart =
        measure.times().stream().filter(comparison -> !comparison.delta().isNegligible()).count();
    text.append(
        format(
            "Times: %s%n",
            apart == 0
                ? "all differences are negligible."
                : apart + " of " + measure.times().size() + " differences are NOT negligible."));
    text.append(
        measure.isUniform()
            ? format(
                "Bytes: all %,d answers are the same, but for ids and times.", measure.answers())
            : "Bytes: ANSWERS DIFFER\n" + String.join("\n", measure.differences()));
    return text.toString();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
