package org.kycvs.bench.registry;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** What was measured, for a program; units are in the names. */
public final class RegistryJson {
  private static final double THOUSAND = 1_000.0;

  private RegistryJson() {}

  /** One line: an object with an array of {@code sizes}. */
  public static String of(RegistryMeasure measure) {
    JsonArrayBuilder sizes = Json.createArrayBuilder();
    measure.sizes().forEach(size -> sizes.add(size(size)));
    return Json.createObjectBuilder()
        .add("benchmark", "registry")
        .add("database", measure.database())
        .add("java", measure.java())
        .add("processors", measure.processors())
        .add("heapLimitBytes", measure.heapLimit())
        .add("seed", measure.plan().seed())
        .add("repeat", measure.plan().repeat())
        .add("right", measure.isRight())
        .add("sizes", sizes)
        .build()
        .toString();
  }

  private static JsonObjectBuilder size(SizeMeasure size) {
    return Json.createObjectBuilder()
        .add("people", size.people())
        .add("rows", size.rows())
        .add("doses", size.doses())
        .add("import", imported(size))
        .add("copy", copy(size))
        .add("lookUps", lookUps(size.lookUps()))
        .add("person", table(size.person()))
        .add("bytesPerPerson", thousandths((double) size.person().bytes() / size.people()));
  }

  private static JsonObjectBuilder imported(SizeMeasure size) {
    return Json.createObjectBuilder()
        .add("seconds", thousandths(size.imported().seconds()))
        .add("readSeconds", thousandths(size.imported().readSeconds()))
        .add("mergeSeconds", thousandths(size.imported().mergeSeconds()))
        .add("rowsPerSecond", Math.round(size.rows() / size.imported().seconds()))
        .add("heapBytes", size.imported().heapBytes());
  }

  private static JsonObjectBuilder copy(SizeMeasure size) {
    return Json.createObjectBuilder()
        .add("seconds", thousandths(size.copySeconds()))
        .add("rowsPerSecond", Math.round(size.rows() / size.copySeconds()))
        .add("importByCopy", thousandths(size.importByCopy()));
  }

  private static JsonObjectBuilder lookUps(LookUpMeasure lookUps) {
    JsonArrayBuilder firstWrong = Json.createArrayBuilder();
    lookUps.firstWrong().forEach(firstWrong::add);
    return Json.createObjectBuilder()
        .add("perSecond", Math.round(lookUps.perSecond()))
        .add("p50Micros", thousandths(lookUps.p50Micros()))
        .add("p95Micros", thousandths(lookUps.p95Micros()))
        .add("p99Micros", thousandths(lookUps.p99Micros()))
        .add("maxMicros", thousandths(lookUps.maxMicros()))
        .add("asked", lookUps.asked())
        .add("wrong", lookUps.wrong())
        .add("firstWrong", firstWrong);
  }

  private static JsonObjectBuilder table(TableSize size) {
    return Json.createObjectBuilder()
        .add("tableBytes", size.table())
        .add("indexBytes", size.indexes());
  }

  private static double thousandths(double value) {
    return Math.round(value * THOUSAND) / THOUSAND;
  }
}
