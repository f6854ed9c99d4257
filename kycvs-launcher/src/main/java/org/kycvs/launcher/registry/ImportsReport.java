package org.kycvs.launcher.registry;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Page;
import org.kycvs.launcher.report.Report;
import org.kycvs.registry.control.imports.PastImport;

/** Lists imports: what, when, which file, and whether it was taken back. */
final class ImportsReport implements Report {
  private static final int DIGITS = 12;

  private final List<PastImport> imports;
  private final ZoneId zone;

  ImportsReport(List<PastImport> imports, ZoneId zone) {
    this.imports = imports;
    this.zone = zone;
  }

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public String text() {
    if (imports.isEmpty()) {
      return "Nothing was imported yet.";
    }
    Page page = new Page(zone);
    for (PastImport one : imports) {
      page.line(
          one.id()
              + "  "
              + page.time(one.madeAt())
              + "  SHA-256 "
              + one.fileDigest().substring(0, DIGITS));
      page.line(
          String.format(
              Locale.ROOT,
              "    %,d rows: %,d people added, details of %,d changed",
              one.rows(),
              one.peopleAdded(),
              one.peopleChanged()));
      one.undone()
          .ifPresent(
              undone -> page.line("    undone " + page.time(undone.at()) + " by " + undone.by()));
    }
    return page.text();
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return Map.of("imports", imports.stream().map(ImportsReport::json).toList());
  }

  private static Map<String, @Nullable Object> json(PastImport one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("at", one.madeAt().toString());
    json.put("by", one.madeBy());
    json.put("sha256", one.fileDigest());
    json.put("rows", one.rows());
    json.put("peopleAdded", one.peopleAdded());
    json.put("peopleChanged", one.peopleChanged());
    json.put("undoneAt", one.undone().map(undone -> undone.at().toString()).orElse(null));
    json.put("undoneBy", one.undone().map(PastImport.Undone::by).orElse(null));
    return json;
  }
}
