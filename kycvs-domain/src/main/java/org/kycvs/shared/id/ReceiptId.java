package org.kycvs.shared.id;

import java.util.Optional;

/**
 * Names a consent receipt: {@code rcp_} and 22 base62 characters.
 *
 * @param value the whole identifier, prefix included
 */
public record ReceiptId(String value) {
  private static final String PREFIX = "rcp_";

  /** Refuses text of another form; use {@link #parse} for what comes from outside. */
  public ReceiptId {
    if (!RandomText.hasForm(value, PREFIX)) {
      throw new IllegalArgumentException("Not of the form " + PREFIX + "…");
    }
  }

  /** A new one that nobody can guess. */
  public static ReceiptId random() {
    return new ReceiptId(PREFIX + RandomText.id());
  }

  /** What the text names, or empty if it has another form. */
  public static Optional<ReceiptId> parse(String text) {
    return RandomText.hasForm(text, PREFIX) ? Optional.of(new ReceiptId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
