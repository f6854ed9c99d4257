package org.kycvs.webhook.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Times every try by mode and outcome: {@code kycvs_webhook_try_microseconds} on {@code /metrics}.
 * Endpoints are not told apart; each organisation sees its own over the API.
 */
@Dependent
public class WebhookMetrics {
  private static final Metadata TRIES =
      Metadata.builder()
          .withName("kycvs_webhook_try_microseconds")
          .withDescription("How long tries to deliver webhooks took, by mode and outcome")
          .build();

  private final MetricRegistry metrics;

  /** With the registry that is published. */
  @Inject
  public WebhookMetrics(MetricRegistry metrics) {
    this.metrics = metrics;
  }

  /** Counts a try. */
  public void count(TakenDelivery taken, Tried tried) {
    metrics
        .histogram(
            TRIES,
            new Tag("mode", taken.endpoint().mode().wire()),
            new Tag("outcome", tried.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .update(TimeUnit.NANOSECONDS.toMicros(tried.attempt().took().toNanos()));
  }
}
