package org.kycvs.launcher.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.registry.boundary.OperatorInspection;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.InspectedRecord;
import org.kycvs.registry.entity.RecordVersion;

/** Records for a program: the same as {@link RecordsReport} shows to a person. */
final class RecordsJson {
  private final OperatorInspection inspection;
  private final List<InspectedRecord> records;

  RecordsJson(OperatorInspection inspection, List<InspectedRecord> records) {
    this.inspection = inspection;
    this.records = records;
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("inspection", inspection.id());
    json.put("records", records.stream().map(RecordsJson::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(InspectedRecord record) {
    Corrections corrections = new Corrections(record.versions());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("reference", Long.toString(record.reference()));
    json.put("mergedInto", record.person().map(person -> Long.toString(person)).orElse(null));
    json.put(
        "versions", record.versions().stream().map(version -> json(version, corrections)).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(
      RecordVersion version, Corrections corrections) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", version.name().written());
    json.put("yearOfBirth", version.birthYear());
    json.put("mobile", version.mobile().masked());
    json.put(
        "doses", version.doses().stream().map(dose -> json(dose, version, corrections)).toList());
    json.put("change", version.change());
    json.put("kind", version.kind());
    json.put("at", version.madeAt().toString());
    json.put("by", version.madeBy());
    json.put("reason", version.reason().orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> json(
      Dose dose, RecordVersion version, Corrections corrections) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", dose.number());
    json.put("product", dose.product());
    json.put("day", dose.givenOn().toString());
    json.put("revokedAt", dose.revokedAt() == null ? null : dose.revokedAt().toString());
    corrections
        .source(version, dose)
        .ifPresent(
            source -> {
              json.put("correctedFromProduct", source.product());
              json.put("correctedFromDay", source.givenOn().toString());
            });
    return json;
  }
}
