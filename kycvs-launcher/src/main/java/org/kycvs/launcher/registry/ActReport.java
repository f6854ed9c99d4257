package org.kycvs.launcher.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Report;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import org.kycvs.registry.entity.ChangeOutcome.Refused;

/** Says in one line what became of an act. */
final class ActReport implements Report {
  private static final int MOST_NAMED = 10;

  private final ChangeOutcome outcome;
  private final String done;
  private final String notDone;

  /** In these words if it was done, and with these before the reason if it was not. */
  ActReport(ChangeOutcome outcome, String done, String notDone) {
    this.outcome = outcome;
    this.done = done;
    this.notDone = notDone;
  }

  @Override
  public boolean isDone() {
    return outcome instanceof Done;
  }

  @Override
  public String text() {
    return outcome instanceof Refused refused
        ? notDone + ": " + why(refused)
        : done + System.lineSeparator() + "On record as " + ((Done) outcome).id();
  }

  @Override
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("done", isDone());
    if (outcome instanceof Done act) {
      json.put("id", act.id());
      json.put("records", act.records());
    } else if (outcome instanceof Refused refused) {
      json.put("reason", refused.reason().code());
      json.put("explanation", refused.reason().explanation());
      json.put("because", refused.because());
    }
    return json;
  }

  private static String why(Refused refused) {
    String explanation = refused.reason().explanation();
    if (refused.because().isEmpty()) {
      return explanation;
    }
    String[] whatAndRemedy = explanation.split(": ", 2);
    return whatAndRemedy[0] + " (" + named(refused.because()) + "): " + whatAndRemedy[1];
  }

  private static String named(List<String> ids) {
    String some = String.join(", ", ids.subList(0, Math.min(ids.size(), MOST_NAMED)));
    int more = ids.size() - MOST_NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
