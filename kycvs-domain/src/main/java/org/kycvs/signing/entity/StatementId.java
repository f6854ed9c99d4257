package org.kycvs.signing.entity;

import java.util.regex.Pattern;
import org.kycvs.shared.id.RandomText;

/**
 * Names a statement (its {@code jti}): {@code stm_} and 22 base62 characters.
 *
 * @param value the whole identifier, prefix included
 */
public record StatementId(String value) {
  private static final String PREFIX = "stm_";
  private static final Pattern FORM = Pattern.compile("stm_[0-9A-Za-z]{22}");

  /** Refuses text of another form. */
  public StatementId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not of the form " + PREFIX + "…");
    }
  }

  /** A new one that nobody can guess. */
  public static StatementId random() {
    return new StatementId(PREFIX + RandomText.id());
  }

  @Override
  public String toString() {
    return value;
  }
}
