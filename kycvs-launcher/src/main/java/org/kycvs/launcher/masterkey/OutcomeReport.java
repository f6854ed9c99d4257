package org.kycvs.launcher.masterkey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Report;
import org.kycvs.sealing.entity.MasterKeyOutcome;
import org.kycvs.sealing.entity.MasterKeyOutcome.Done;
import org.kycvs.sealing.entity.MasterKeyOutcome.Refused;

/** What became of an act on the master key; {@code %s} in the line is the key's id. */
record OutcomeReport(MasterKeyOutcome outcome, String done) implements Report {

  @Override
  public boolean isDone() {
    return outcome instanceof Done;
  }

  @Override
  public String text() {
    return outcome instanceof Done one
        ? done.formatted(one.key())
        : "nothing was changed: " + explanation();
  }

  @Override
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("done", isDone());
    if (outcome instanceof Done one) {
      json.put("key", one.key());
    } else if (outcome instanceof Refused refused) {
      json.put("reason", refused.reason().code());
      json.put("explanation", explanation());
    }
    return json;
  }

  private String explanation() {
    return outcome instanceof Refused refused
        ? refused.reason().explanation() + refused.detail()
        : "";
  }
}
