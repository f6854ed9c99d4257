package org.kycvs.launcher.registry;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Page;
import org.kycvs.launcher.report.Report;
import org.kycvs.registry.boundary.OperatorInspection;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.InspectedRecord;
import org.kycvs.registry.entity.RecordVersion;

/** Shows records as an operator reads them: what holds, and what held before. */
final class RecordsReport implements Report {
  private final OperatorInspection inspection;
  private final List<InspectedRecord> records;
  private final ZoneId zone;

  RecordsReport(OperatorInspection inspection, List<InspectedRecord> records, ZoneId zone) {
    this.inspection = inspection;
    this.records = records;
    this.zone = zone;
  }

  @Override
  public boolean isDone() {
    return !records.isEmpty();
  }

  @Override
  public String text() {
    if (records.isEmpty()) {
      return "no such record. That you looked is written down: " + inspection.id();
    }
    Page page = new Page(zone);
    for (InspectedRecord record : records) {
      show(record, page);
    }
    return page.line("That you looked is written down: " + inspection.id()).text();
  }

  private static void show(InspectedRecord record, Page page) {
    page.line("Record " + record.reference() + standing(record));
    Corrections corrections = new Corrections(record.versions());
    for (int i = 0; i < record.versions().size(); i++) {
      RecordVersion version = record.versions().get(i);
      page.line("  " + (i == 0 ? "Now, since " : "Before, since ") + page.time(version.madeAt()));
      page.labelled("name", version.name().written());
      page.labelled("born", Integer.toString(version.birthYear()));
      page.labelled("mobile", version.mobile().masked());
      for (Dose dose : version.doses()) {
        page.labelled("dose " + dose.number(), text(dose, version, corrections, page));
      }
      page.labelled("made by", version.kind() + " " + version.change() + ", " + version.madeBy());
      version.reason().ifPresent(reason -> page.labelled("reason", reason));
    }
    page.line("");
  }

  private static String standing(InspectedRecord record) {
    return record
        .person()
        .map(
            person ->
                person == record.reference()
                    ? ", merged: it stands for the person"
                    : ", merged: record " + person + " stands for the person")
        .orElse("");
  }

  private static String text(Dose dose, RecordVersion version, Corrections corrections, Page page) {
    String corrected =
        corrections
            .source(version, dose)
            .map(source -> ", corrected from " + source.product() + " " + source.givenOn())
            .orElse("");
    String revoked = dose.revokedAt() == null ? "" : ", revoked " + page.time(dose.revokedAt());
    return dose.product() + " " + dose.givenOn() + corrected + revoked;
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return new RecordsJson(inspection, records).json();
  }
}
