package org.kycvs.launcher.organisation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Report;
import org.kycvs.organisation.entity.OrganisationLimit;
import org.kycvs.organisation.entity.OrganisationLimits;
import org.kycvs.organisation.entity.OrganisationRefusal;
import org.kycvs.shared.id.OrganisationId;

/**
 * Tells the limits of an organisation.
 *
 * @param limits empty if there is no such organisation
 */
record LimitsReport(OrganisationId organisation, Optional<OrganisationLimits> limits)
    implements Report {

  @Override
  public boolean isDone() {
    return limits.isPresent();
  }

  @Override
  public String text() {
    if (limits.isEmpty()) {
      return OrganisationRefusal.ORGANISATION_UNKNOWN.explanation();
    }
    StringBuilder text = new StringBuilder("Limits of " + organisation.value() + ":");
    for (OrganisationLimit limit : OrganisationLimit.values()) {
      OptionalInt own = limits.get().of(limit);
      text.append(System.lineSeparator())
          .append("    %-20s ".formatted(limit.code()))
          .append(own.isPresent() ? Integer.toString(own.getAsInt()) : "as for all");
    }
    return text.toString();
  }

  @Override
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("done", isDone());
    if (limits.isEmpty()) {
      json.put("reason", OrganisationRefusal.ORGANISATION_UNKNOWN.code());
      json.put("explanation", OrganisationRefusal.ORGANISATION_UNKNOWN.explanation());
      return json;
    }
    Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
    for (OrganisationLimit limit : OrganisationLimit.values()) {
      OptionalInt own = limits.get().of(limit);
      numbers.put(limit.code(), own.isPresent() ? own.getAsInt() : null);
    }
    json.put("id", organisation.value());
    json.put("limits", numbers);
    return json;
  }
}
