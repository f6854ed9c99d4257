package org.kycvs.launcher.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Page;
import org.kycvs.launcher.report.Report;
import org.kycvs.notification.entity.MailQueueStatus;
import org.kycvs.notification.entity.MailQueueStatus.SetAside;

/** Tells how the outbox of mails stands. */
record MailStatusReport(MailQueueStatus status, ZoneId zone) implements Report {

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public String text() {
    Page page = new Page(zone);
    page.line("Mails that wait: " + status.queued());
    status.oldest().ifPresent(oldest -> page.labelled("oldest", page.time(oldest)));
    if (status.failing() > 0) {
      page.labelled("failing", status.failing() + " were tried in vain and are tried again");
    }
    page.line("Set aside: " + status.setAsideCount());
    for (SetAside one : status.setAside()) {
      page.line("  " + one.id() + "  " + one.template())
          .labelled("wanted", page.time(one.createdAt()))
          .labelled("tries", Integer.toString(one.attempts()))
          .labelled("why", one.failure());
    }
    status.lastFailure().ifPresent(why -> page.line("Last failure: " + why));
    return page.text();
  }

  @Override
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("queued", status.queued());
    json.put("oldest", status.oldest().map(Instant::toString).orElse(null));
    json.put("failing", status.failing());
    json.put("setAside", status.setAsideCount());
    json.put("lastFailure", status.lastFailure().orElse(null));
    json.put("mails", mails());
    return json;
  }

  private List<Map<String, Object>> mails() {
    return status.setAside().stream()
        .map(
            one ->
                Map.<String, Object>of(
                    "id", one.id(),
                    "template", one.template(),
                    "createdAt", one.createdAt().toString(),
                    "attempts", one.attempts(),
                    "failure", one.failure()))
        .toList();
  }
}
