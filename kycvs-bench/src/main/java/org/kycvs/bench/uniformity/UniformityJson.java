package org.kycvs.bench.uniformity;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** What was found, for a program; units are in the names. */
public final class UniformityJson {
  private static final double TEN_THOUSAND = 10_000.0;

  private UniformityJson() {}

  /** One line: an object with arrays of {@code differences} and {@code times}. */
  public static String of(UniformityMeasure measure) {
    JsonArrayBuilder differences = Json.createArrayBuilder();
    measure.differences().forEach(differences::add);
    JsonArrayBuilder times = Json.createArrayBuilder();
    measure.times().forEach(comparison -> times.add(times(comparison)));
    return Json.createObjectBuilder()
        .add("benchmark", "uniformity")
        .add("installation", measure.installation())
        .add("samplesOfEach", measure.plan().samples())
        .add("warmUp", measure.plan().warmUp())
        .add("seed", measure.plan().seed())
        .add("answers", measure.answers())
        .add("guessedRight", measure.guessed())
        .add("uniform", measure.isUniform())
        .add("differences", differences)
        .add("times", times)
        .build()
        .toString();
  }

  private static JsonObjectBuilder times(TimeComparison comparison) {
    return Json.createObjectBuilder()
        .add("call", name(comparison.call()))
        .add("person", name(comparison.person()))
        .add("medianMillis", number(comparison.medianMillis()))
        .add("registeredMedianMillis", number(comparison.registeredMillis()))
        .add("cliffsDelta", number(comparison.delta().value()))
        .add("cliffsDeltaLow", number(comparison.delta().low()))
        .add("cliffsDeltaHigh", number(comparison.delta().high()))
        .add("negligible", comparison.delta().isNegligible())
        .add("guessesRight", number(comparison.guessesRight()));
  }

  private static String name(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double number(double value) {
    return Math.round(value * TEN_THOUSAND) / TEN_THOUSAND;
  }
}
