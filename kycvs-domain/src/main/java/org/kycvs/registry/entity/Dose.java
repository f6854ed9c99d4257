package org.kycvs.registry.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One vaccination event.
 *
 * @param number which dose the vaccination center called it; it does not matter for the status
 * @param product the code of the product given
 * @param givenOn the day it was given, in the country's calendar
 * @param revokedAt when it was found to be wrong; null while it stands
 */
public record Dose(int number, String product, LocalDate givenOn, @Nullable Instant revokedAt) {

  /** A dose that stands. */
  public static Dose given(int number, String product, LocalDate givenOn) {
    return new Dose(number, product, givenOn, null);
  }

  /** Whether it was found to be wrong. */
  public boolean isRevoked() {
    return revokedAt != null;
  }

  /** The same dose, found to be wrong at this moment, if it was not before. */
  public Dose revoked(Instant at) {
    return isRevoked() ? this : new Dose(number, product, givenOn, at);
  }

  /** The same dose, found to be right. */
  public Dose reinstated() {
    return new Dose(number, product, givenOn, null);
  }

  /** The same dose of another product, or on another day, where they are given. */
  public Dose corrected(Optional<String> otherProduct, Optional<LocalDate> otherDay) {
    return new Dose(number, otherProduct.orElse(product), otherDay.orElse(givenOn), revokedAt);
  }
}
