package org.kycvs.organisation.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A limit that an organisation may have of its own, in place of the one for all. The constant's
 * name with hyphens is what it is called.
 */
public enum OrganisationLimit {
  /** Requests of each key in a minute. */
  REQUESTS_PER_MINUTE(1_000_000),
  /** Requests of each key at once. */
  REQUEST_BURST(1_000_000),
  /** Messages on one day. */
  DAILY_SMS_QUOTA(10_000_000),
  /** Messages to one mobile in ten minutes. */
  SENDS_IN_10_MINUTES(1_000),
  /** Messages to one mobile in 24 hours. */
  SENDS_IN_24_HOURS(1_000);

  private final int most;

  OrganisationLimit(int most) {
    this.most = most;
  }

  /** The one of this name, if there is one. */
  public static Optional<OrganisationLimit> named(String name) {
    return Stream.of(values()).filter(limit -> limit.code().equals(name)).findFirst();
  }

  /** What it is called, such as {@code daily-sms-quota}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The column of the table {@code organisation} that holds it. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The largest that it can be; the smallest is 1. */
  public int most() {
    return most;
  }
}
