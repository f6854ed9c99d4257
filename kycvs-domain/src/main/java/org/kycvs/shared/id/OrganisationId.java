package org.kycvs.shared.id;

import java.util.Optional;

/**
 * Names an organisation: {@code org_} and 22 base62 characters.
 *
 * @param value the whole identifier, prefix included
 */
public record OrganisationId(String value) {
  private static final String PREFIX = "org_";

  /** Refuses text of another form; use {@link #parse} for what comes from outside. */
  public OrganisationId {
    if (!RandomText.hasForm(value, PREFIX)) {
      throw new IllegalArgumentException("Not of the form " + PREFIX + "…");
    }
  }

  /** A new one that nobody can guess. */
  public static OrganisationId random() {
    return new OrganisationId(PREFIX + RandomText.id());
  }

  /** What the text names, or empty if it has another form. */
  public static Optional<OrganisationId> parse(String text) {
    return RandomText.hasForm(text, PREFIX)
        ? Optional.of(new OrganisationId(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
