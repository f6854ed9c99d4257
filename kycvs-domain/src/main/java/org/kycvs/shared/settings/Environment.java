package org.kycvs.shared.settings;

/**
 * What kind of installation this is ({@code kycvs.mode}). Development allows the inbox that shows
 * codes, and secrets made by the launcher; production allows neither.
 */
public enum Environment {
  /** On loopback only, with an SMS inbox instead of a gateway, and demonstration data. */
  DEVELOPMENT,
  /** Serves real people. */
  PRODUCTION;

  /** Reads {@code kycvs.mode}; production unless it says otherwise. */
  public static Environment from(Settings settings) {
    return settings.oneOf("kycvs.mode", Environment.class, PRODUCTION);
  }
}
