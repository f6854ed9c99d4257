package org.kycvs.bench.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowReportTest {
  private static final double EXACT = 1e-12;
  private static final CallTimes TIMES = new CallTimes(1, 2, 3, 4);

  @Test
  void text_threeRounds_tellsMediansAndTheirRatio() {
    FlowMeasure measure =
        measure(
            List.of(flow(100, 5), flow(120, 5), flow(110, 5)),
            List.of(reference(400), reference(440), reference(500)));
    String text = new FlowReport(measure).text();
    assertTrue(line(text, "verifications a second").endsWith(" 110.0"), text);
    assertTrue(line(text, "service / pgbench").endsWith(" 0.25"), text);
    assertTrue(text.contains("median of 3"), text);
    assertTrue(text.endsWith("Every answer was as it should be."), text);
    assertTrue(FlowJson.of(measure).contains("\"serviceByPgbench\":0.25"), text);
  }

  @Test
  void text_unknownProcessorTime_saysSo() {
    FlowMeasure measure = measure(List.of(flow(100, Double.NaN)), List.of(reference(400)));
    String text = new FlowReport(measure).text();
    assertTrue(line(text, "processor time of the server").endsWith(" unknown"), text);
    assertTrue(
        FlowJson.of(measure).contains("\"serverCpuMillisPerVerification\":null"),
        () -> FlowJson.of(measure));
  }

  @Test
  void text_noPgbench_saysSoInOneLine() {
    String text = new FlowReport(measure(List.of(flow(100, 5)), List.of())).text();
    assertTrue(text.contains("\nWithout a comparison: there is none\n"), text);
    assertFalse(text.contains("service / pgbench"), text);
  }

  @Test
  void middle_ofSomeUnknown_isThatOfTheOthers() {
    assertEquals(3, Middle.of(List.of(Double.NaN, 1.0, 5.0), value -> value), EXACT);
    assertTrue(Double.isNaN(Middle.of(List.of(Double.NaN), value -> value)));
  }

  @Test
  void heap_isReadFromTheMetrics() {
    String metrics =
        """
        # TYPE memory_usedHeap_bytes gauge
        memory_maxHeap_bytes{mp_scope="base"} 6.320816128E9
        memory_usedHeap_bytes{mp_scope="base"} 1.25938488E8
        """;
    assertEquals(125_938_488, ServerState.heap(metrics), EXACT);
    assertTrue(Double.isNaN(ServerState.heap("nothing")));
  }

  private static FlowMeasure measure(List<FlowRound> flows, List<PgBenchRound> references) {
    return new FlowMeasure(
        new FlowPlan(60, 60, 8, 20_000, flows.size(), 1, true),
        "an installation",
        "a Java",
        2,
        flows,
        references,
        references.isEmpty() ? Optional.of("there is none") : Optional.empty());
  }

  private static FlowRound flow(double perSecond, double cpu) {
    return new FlowRound(perSecond, TIMES, TIMES, cpu, cpu, 1, 1, 1, 1);
  }

  private static PgBenchRound reference(double perSecond) {
    return new PgBenchRound(perSecond, 1, 1);
  }

  private static String line(String text, String begin) {
    return text.lines().filter(line -> line.strip().startsWith(begin)).findFirst().orElseThrow();
  }
}
