package org.kycvs.launcher.sms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Report;
import org.kycvs.shared.id.OrganisationId;

/**
 * Tells whether an organisation was released.
 *
 * @param isDone false if its codes were not stopped
 */
record ReleaseReport(OrganisationId organisation, boolean isDone) implements Report {

  @Override
  public String text() {
    return isDone
        ? organisation.value() + " gets codes again."
        : organisation.value() + " is not stopped; kycvs sms status shows who is";
  }

  @Override
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("done", isDone);
    json.put("id", organisation.value());
    return json;
  }
}
