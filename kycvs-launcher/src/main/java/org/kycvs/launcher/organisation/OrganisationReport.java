package org.kycvs.launcher.organisation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Report;
import org.kycvs.organisation.entity.OrganisationOutcome;
import org.kycvs.organisation.entity.OrganisationOutcome.Done;
import org.kycvs.organisation.entity.OrganisationOutcome.Refused;

/** Says in one line what became of an act; {@code %s} in the line is the organisation's id. */
record OrganisationReport(OrganisationOutcome outcome, String done) implements Report {

  @Override
  public boolean isDone() {
    return outcome instanceof Done;
  }

  @Override
  public String text() {
    return outcome instanceof Refused refused
        ? "nothing was changed: " + refused.reason().explanation()
        : done.formatted(((Done) outcome).organisation().value());
  }

  @Override
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("done", isDone());
    if (outcome instanceof Done act) {
      json.put("id", act.organisation().value());
    } else if (outcome instanceof Refused refused) {
      json.put("reason", refused.reason().code());
      json.put("explanation", refused.reason().explanation());
    }
    return json;
  }
}
