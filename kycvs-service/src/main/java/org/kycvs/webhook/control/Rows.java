package org.kycvs.webhook.control;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns as native queries give them. */
final class Rows {
  private Rows() {}

  static String text(@Nullable Object column) {
    return String.valueOf(column);
  }

  static Optional<String> optionalText(@Nullable Object column) {
    return Optional.ofNullable(column).map(String.class::cast);
  }

  static Instant time(@Nullable Object column) {
    return optionalTime(column).orElseThrow();
  }

  static Optional<Instant> optionalTime(@Nullable Object column) {
    return Optional.ofNullable(column).map(Timestamp.class::cast).map(Timestamp::toInstant);
  }

  static int number(@Nullable Object column) {
    return Math.toIntExact(longNumber(column));
  }

  static long longNumber(@Nullable Object column) {
    return column instanceof Number number ? number.longValue() : 0;
  }
}
