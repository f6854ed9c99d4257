package org.kycvs.launcher.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Report;
import org.kycvs.notification.entity.MailId;

/** Tells that a mail was put into the outbox. */
record QueuedReport(MailId mail) implements Report {

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public String text() {
    return "Queued "
        + mail
        + ": there is no SMTP server, so a running server shows it at /dev/mail within seconds.";
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return Map.of("done", true, "queued", true, "mail", mail.value());
  }
}
