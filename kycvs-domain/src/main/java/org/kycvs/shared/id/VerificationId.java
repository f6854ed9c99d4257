package org.kycvs.shared.id;

import java.util.Optional;

/**
 * Names one verification: {@code ver_} and 22 base62 characters.
 *
 * @param value the whole identifier, prefix included
 */
public record VerificationId(String value) {
  private static final String PREFIX = "ver_";

  /** Refuses text of another form; use {@link #parse} for what comes from outside. */
  public VerificationId {
    if (!RandomText.hasForm(value, PREFIX)) {
      throw new IllegalArgumentException("Not of the form " + PREFIX + "…");
    }
  }

  /** A new one that nobody can guess. */
  public static VerificationId random() {
    return new VerificationId(PREFIX + RandomText.id());
  }

  /** What the text names, or empty if it has another form. */
  public static Optional<VerificationId> parse(String text) {
    return RandomText.hasForm(text, PREFIX)
        ? Optional.of(new VerificationId(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
