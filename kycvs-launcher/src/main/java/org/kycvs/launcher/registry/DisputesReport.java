package org.kycvs.launcher.registry;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Page;
import org.kycvs.launcher.report.Report;
import org.kycvs.registry.boundary.OperatorInspection;
import org.kycvs.registry.entity.Dispute;

/** Lists disputes with what is said to be wrong. */
final class DisputesReport implements Report {
  private final OperatorInspection inspection;
  private final List<Dispute> disputes;
  private final ZoneId zone;

  DisputesReport(OperatorInspection inspection, List<Dispute> disputes, ZoneId zone) {
    this.inspection = inspection;
    this.disputes = disputes;
    this.zone = zone;
  }

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public String text() {
    Page page = new Page(zone);
    for (Dispute dispute : disputes) {
      page.line(dispute.id() + "  " + page.time(dispute.raisedAt()));
      page.labelled("record", Long.toString(dispute.reference()));
      page.labelled("ground", dispute.ground().onRecord());
      page.labelled("account", dispute.account());
      page.line("");
    }
    return page.line(count() + " That you looked is written down: " + inspection.id()).text();
  }

  private String count() {
    return switch (disputes.size()) {
      case 0 -> "No open dispute.";
      case 1 -> "1 open dispute.";
      default -> disputes.size() + " open disputes.";
    };
  }

  @Override
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("inspection", inspection.id());
    json.put("disputes", disputes.stream().map(DisputesReport::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(Dispute dispute) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", dispute.id());
    json.put("reference", Long.toString(dispute.reference()));
    json.put("ground", dispute.ground().onRecord());
    json.put("account", dispute.account());
    json.put("raisedAt", dispute.raisedAt().toString());
    return json;
  }
}
