package org.kycvs.webhook.rest;

import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kycvs.webshared.input.InputChecks;

/**
 * The body of {@code POST /api/v1/webhooks/{id}/secret}.
 *
 * @param overlapSeconds how long the former secret counts too: up to a week, a day if missing
 */
public record SecretRollBody(@Nullable Integer overlapSeconds) {
  private static final int WEEK = 7 * 24 * 3600;
  private static final int DAY = 24 * 3600;

  Duration overlap() {
    InputChecks checks = new InputChecks();
    OptionalInt seconds = checks.optionalNumber("/overlapSeconds", overlapSeconds, 0, WEEK);
    checks.done();
    return Duration.ofSeconds(seconds.orElse(DAY));
  }
}
