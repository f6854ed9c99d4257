package org.kycvs.webhook.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kycvs.webhook.boundary.TriedDelivery;
import org.kycvs.webhook.entity.WebhookAttempt;
import org.kycvs.webhook.entity.WebhookDelivery;

/** A delivery on the wire; in lists without its attempts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryDocument(
    String id,
    String webhook,
    String event,
    String type,
    @Nullable String verification,
    String state,
    Instant createdAt,
    @Nullable Instant nextTryAt,
    int tries,
    @Nullable List<AttemptPart> attempts) {

  /** How one try went. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AttemptPart(
      Instant at,
      long durationMillis,
      boolean succeeded,
      @Nullable String error,
      RequestPart request,
      @Nullable AnswerPart answer) {}

  /** What was sent. */
  public record RequestPart(String url, List<String> headers, String body) {}

  /** What came back. */
  public record AnswerPart(int status, List<String> headers, String body) {}

  static DeliveryDocument of(WebhookDelivery delivery) {
    return of(delivery, null);
  }

  static DeliveryDocument withAttempts(TriedDelivery tried) {
    return of(
        tried.delivery(),
        tried.attempts().stream().map(one -> attempt(one, tried.delivery().body())).toList());
  }

  private static DeliveryDocument of(
      WebhookDelivery delivery, @Nullable List<AttemptPart> attempts) {
    return new DeliveryDocument(
        delivery.id().value(),
        delivery.endpoint().value(),
        delivery.event(),
        delivery.type(),
        delivery.verification().orElse(null),
        delivery.state().wire(),
        delivery.createdAt(),
        delivery.nextTryAt().orElse(null),
        delivery.attempts(),
        attempts);
  }

  private static AttemptPart attempt(WebhookAttempt attempt, String body) {
    return new AttemptPart(
        attempt.at(),
        attempt.took().toMillis(),
        attempt.succeeded(),
        attempt.error().orElse(null),
        new RequestPart(attempt.url(), lines(attempt.requestHeaders()), body),
        attempt
            .answer()
            .map(
                answer ->
                    new AnswerPart(
                        answer.status(),
                        lines(answer.headers()),
                        new String(answer.body(), StandardCharsets.UTF_8)))
            .orElse(null));
  }

  private static List<String> lines(String headers) {
    return headers.isEmpty() ? List.of() : List.of(headers.split("\n", -1));
  }

  @Override
  public String toString() {
    return "DeliveryDocument(" + id + ")";
  }
}
