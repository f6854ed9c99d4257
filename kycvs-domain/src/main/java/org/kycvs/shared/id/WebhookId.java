package org.kycvs.shared.id;

import java.util.Optional;

/**
 * Names one webhook endpoint: {@code whk_} and 22 base62 characters.
 *
 * @param value the whole identifier, prefix included
 */
public record WebhookId(String value) {
  private static final String PREFIX = "whk_";

  /** Refuses text of another form; use {@link #parse} for what comes from outside. */
  public WebhookId {
    if (!RandomText.hasForm(value, PREFIX)) {
      throw new IllegalArgumentException("Not of the form " + PREFIX + "…");
    }
  }

  /** A new one that nobody can guess. */
  public static WebhookId random() {
    return new WebhookId(PREFIX + RandomText.id());
  }

  /** What the text names, or empty if it has another form. */
  public static Optional<WebhookId> parse(String text) {
    return RandomText.hasForm(text, PREFIX) ? Optional.of(new WebhookId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
