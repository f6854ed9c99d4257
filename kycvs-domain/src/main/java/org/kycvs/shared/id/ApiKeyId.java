package org.kycvs.shared.id;

import java.util.Optional;

/**
 * Names an API key: {@code key_} and 22 base62 characters.
 *
 * @param value the whole identifier, prefix included
 */
public record ApiKeyId(String value) {
  private static final String PREFIX = "key_";

  /** Refuses text of another form; use {@link #parse} for what comes from outside. */
  public ApiKeyId {
    if (!RandomText.hasForm(value, PREFIX)) {
      throw new IllegalArgumentException("Not of the form " + PREFIX + "…");
    }
  }

  /** A new one that nobody can guess. */
  public static ApiKeyId random() {
    return new ApiKeyId(PREFIX + RandomText.id());
  }

  /** What the text names, or empty if it has another form. */
  public static Optional<ApiKeyId> parse(String text) {
    return RandomText.hasForm(text, PREFIX) ? Optional.of(new ApiKeyId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
