package org.kycvs.launcher.organisation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Page;
import org.kycvs.launcher.report.Report;
import org.kycvs.organisation.entity.ListedOrganisation;
import org.kycvs.organisation.entity.ListedOrganisation.Suspension;

/** Lists organisations with what they may ask for. */
record OrganisationsReport(List<ListedOrganisation> organisations, ZoneId zone) implements Report {

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public String text() {
    if (organisations.isEmpty()) {
      return "No organisation is registered yet.";
    }
    Page page = new Page(zone);
    for (ListedOrganisation one : organisations) {
      page.line(one.id() + (one.suspension().isPresent() ? "  suspended" : ""))
          .labelled("name", one.profile().shortName())
          .labelled("legal", one.profile().legalName())
          .labelled("contact", one.profile().contact())
          .labelled("asks for", purposes(one))
          .labelled("since", page.time(one.createdAt()));
      one.suspension().ifPresent(suspension -> tell(suspension, page));
    }
    return page.text();
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return Map.of("organisations", organisations.stream().map(OrganisationsReport::json).toList());
  }

  private static String purposes(ListedOrganisation one) {
    return one.purposes().isEmpty() ? "nothing yet" : String.join(" ", one.purposes());
  }

  private static void tell(Suspension suspension, Page page) {
    suspension.at().ifPresent(at -> page.labelled("stopped", page.time(at)));
    suspension.by().ifPresent(by -> page.labelled("by", by));
    suspension.reason().ifPresent(reason -> page.labelled("reason", reason));
  }

  private static Map<String, @Nullable Object> json(ListedOrganisation one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", one.id().value());
    json.put("legalName", one.profile().legalName());
    json.put("shortName", one.profile().shortName());
    json.put("contact", one.profile().contact());
    json.put("createdAt", one.createdAt().toString());
    json.put("purposes", one.purposes());
    json.put("suspended", one.suspension().isPresent());
    one.suspension()
        .ifPresent(
            suspension -> {
              json.put("suspendedAt", suspension.at().map(Instant::toString).orElse(null));
              json.put("suspendedBy", suspension.by().orElse(null));
              json.put("reason", suspension.reason().orElse(null));
            });
    return json;
  }
}
