package org.kycvs.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.kycvs.notification.entity.DeliveryReport;
import org.kycvs.notification.entity.Submission;
import org.kycvs.shared.id.OrganisationId;

/** What is measured of messages on their way out. */
@ApplicationScoped
public class SmsMetrics {
  private static final Metadata SUBMISSIONS =
      Metadata.builder()
          .withName("kycvs_sms_submission_microseconds")
          .withDescription("How long gateways took for a message, by gateway and outcome")
          .build();
  private static final Metadata REPORTS =
      Metadata.builder()
          .withName("kycvs_sms_reports_total")
          .withDescription("Delivery reports, by gateway and state")
          .build();
  private static final Metadata ASKED =
      Metadata.builder()
          .withName("kycvs_sms_asked_total")
          .withDescription("Messages put into the outbox, by organisation")
          .build();

  @Inject private MetricRegistry metrics;

  /** A message was handed to a gateway. */
  public void submitted(String gateway, Submission submission, Duration taken) {
    metrics
        .histogram(
            SUBMISSIONS,
            new Tag("gateway", gateway),
            new Tag("outcome", hyphenated(submission.getClass().getSimpleName())))
        .update(TimeUnit.NANOSECONDS.toMicros(taken.toNanos()));
  }

  /** A gateway reported. */
  public void reported(String gateway, DeliveryReport report) {
    metrics
        .counter(
            REPORTS,
            new Tag("gateway", gateway),
            new Tag("state", report.state().name().toLowerCase(Locale.ROOT)))
        .inc();
  }

  /** A message was put into the outbox. */
  public void asked(OrganisationId organisation) {
    metrics.counter(ASKED, new Tag("organisation", organisation.value())).inc();
  }

  private static String hyphenated(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
