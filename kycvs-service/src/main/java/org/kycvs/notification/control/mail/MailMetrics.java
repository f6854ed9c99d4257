package org.kycvs.notification.control.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.kycvs.notification.control.mail.MailStore.Taken;

/** Counts what became of mails: {@code kycvs_mails_total} on {@code /metrics}. */
@ApplicationScoped
public class MailMetrics {
  private static final Metadata MAILS =
      Metadata.builder()
          .withName("kycvs_mails")
          .withDescription("Tries to send mails, by template and outcome")
          .build();

  @Inject private MetricRegistry metrics;

  /**
   * Counts one try.
   *
   * @param outcome {@code sent}, {@code deferred}, {@code set-aside} or {@code dropped}
   */
  public void count(Taken mail, String outcome) {
    metrics.counter(MAILS, new Tag("template", mail.template()), new Tag("outcome", outcome)).inc();
  }
}
