package org.kycvs.launcher.mail;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Report;

/** Tells which mails are tried again. */
record RetryReport(List<String> again) implements Report {

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public String text() {
    return again.isEmpty()
        ? "No mail was set aside."
        : "Tried again: " + again.size() + (again.size() == 1 ? " mail." : " mails.");
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return Map.of("done", true, "mails", again);
  }
}
