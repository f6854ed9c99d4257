package org.kycvs.shared.rate;

import org.kycvs.shared.settings.Settings;

/**
 * How many requests one node takes. Each number is 1 to 1,000,000.
 *
 * @param key with one API key ({@code kycvs.rate.key-requests-per-minute}, 3,000, and {@code
 *     kycvs.rate.key-burst}, 1,000); an organisation may have other numbers
 * @param address from one address ({@code kycvs.rate.address-requests-per-minute}, 6,000, and
 *     {@code kycvs.rate.address-burst}, 2,000)
 * @param wrongKeys with one key id from one address that fail authentication ({@code
 *     kycvs.rate.wrong-keys-per-minute}, 60, and {@code kycvs.rate.wrong-key-burst}, 60)
 */
public record RateSettings(RateLimit key, RateLimit address, RateLimit wrongKeys) {

  /** Reads them. */
  public static RateSettings from(Settings settings) {
    return new RateSettings(
        limit(settings, "key-requests-per-minute", 3_000, "key-burst", 1_000),
        limit(settings, "address-requests-per-minute", 6_000, "address-burst", 2_000),
        limit(settings, "wrong-keys-per-minute", 60, "wrong-key-burst", 60));
  }

  private static RateLimit limit(
      Settings settings, String rate, int perMinute, String burst, int most) {
    return new RateLimit(number(settings, rate, perMinute), number(settings, burst, most));
  }

  private static int number(Settings settings, String name, int otherwise) {
    return settings.number("kycvs.rate." + name, otherwise, 1, RateLimit.MOST);
  }
}
