package org.kycvs.shared.id;

import java.util.Optional;

/**
 * Names one delivery of an event to a webhook endpoint: {@code dlv_} and 22 base62 characters.
 *
 * @param value the whole identifier, prefix included
 */
public record WebhookDeliveryId(String value) {
  private static final String PREFIX = "dlv_";

  /** Refuses text of another form; use {@link #parse} for what comes from outside. */
  public WebhookDeliveryId {
    if (!RandomText.hasForm(value, PREFIX)) {
      throw new IllegalArgumentException("Not of the form " + PREFIX + "…");
    }
  }

  /** A new one that nobody can guess. */
  public static WebhookDeliveryId random() {
    return new WebhookDeliveryId(PREFIX + RandomText.id());
  }

  /** What the text names, or empty if it has another form. */
  public static Optional<WebhookDeliveryId> parse(String text) {
    return RandomText.hasForm(text, PREFIX)
        ? Optional.of(new WebhookDeliveryId(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
