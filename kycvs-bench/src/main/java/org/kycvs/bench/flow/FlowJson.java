package org.kycvs.bench.flow;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** What was measured, for a program; units are in the names, what is unknown is null. */
public final class FlowJson {
  private static final double THOUSAND = 1_000.0;

  private FlowJson() {}

  /** One line: medians, and an array of the {@code rounds}. */
  public static String of(FlowMeasure measure) {
    FlowPlan plan = measure.plan();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("benchmark", "flow")
            .add("installation", measure.installation())
            .add("java", measure.java())
            .add("processors", measure.processors())
            .add("seconds", plan.seconds())
            .add("warmUpSeconds", plan.warmUp())
            .add("callers", plan.callers())
            .add("people", plan.people())
            .add("repeat", plan.repeat())
            .add("seed", plan.seed())
            .add("service", flow(measure.flow()))
            .add("pgbench", measure.reference().map(FlowJson::reference).orElse(JsonValue.NULL))
            .add("serviceByPgbench", number(measure.ratio().orElse(Double.NaN)))
            .add("rounds", rounds(measure));
    measure.remark().ifPresent(remark -> json.add("remark", remark));
    return json.build().toString();
  }

  private static JsonArrayBuilder rounds(FlowMeasure measure) {
    JsonArrayBuilder rounds = Json.createArrayBuilder();
    for (int i = 0; i < measure.flows().size(); i++) {
      JsonObjectBuilder round =
          Json.createObjectBuilder().add("service", flow(measure.flows().get(i)));
      if (i < measure.references().size()) {
        round.add("pgbench", reference(measure.references().get(i)));
      }
      rounds.add(round);
    }
    return rounds;
  }

  private static JsonValue flow(FlowRound flow) {
    return Json.createObjectBuilder()
        .add("verificationsPerSecond", number(flow.perSecond()))
        .add("askMillis", times(flow.ask()))
        .add("confirmMillis", times(flow.confirm()))
        .add("serverCpuMillisPerVerification", number(flow.serverCpuMillis()))
        .add("databaseCpuMillisPerVerification", number(flow.databaseCpuMillis()))
        .add("databaseBytesPerVerification", number(flow.databaseBytes()))
        .add("serverResidentBytes", number(flow.residentBytes()))
        .add("serverHeapBytes", number(flow.heapBytes()))
        .add("messagesSentShare", number(flow.messagesSent()))
        .build();
  }

  private static JsonValue reference(PgBenchRound reference) {
    return Json.createObjectBuilder()
        .add("verificationsPerSecond", number(reference.perSecond()))
        .add("millisPerVerification", number(reference.millis()))
        .add("databaseCpuMillisPerVerification", number(reference.databaseCpuMillis()))
        .build();
  }

  private static JsonObjectBuilder times(CallTimes times) {
    return Json.createObjectBuilder()
        .add("median", number(times.median()))
        .add("p95", number(times.p95()))
        .add("p99", number(times.p99()))
        .add("max", number(times.slowest()));
  }

  private static JsonValue number(double value) {
    return Double.isFinite(value)
        ? Json.createValue(Math.round(value * THOUSAND) / THOUSAND)
        : JsonValue.NULL;
  }
}
