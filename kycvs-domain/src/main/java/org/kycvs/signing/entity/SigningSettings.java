package org.kycvs.signing.entity;

import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * What is configured about signing.
 *
 * @param live the issuer of live statements ({@code kycvs.issuer})
 */
public record SigningSettings(Issuer live) {
  /** Names the URI that people reach this installation by. */
  public static final String ISSUER = "kycvs.issuer";

  private static final String DEVELOPMENT_ISSUER = "http://localhost:8080";

  /**
   * Reads the settings. Production needs an https issuer; development has one on loopback unless
   * the setting says otherwise.
   *
   * @throws SettingException if the issuer is missing in production, or of another form
   */
  public static SigningSettings from(Settings settings, Environment environment) {
    boolean production = environment == Environment.PRODUCTION;
    String uri =
        production
            ? settings.text(ISSUER).orElseThrow(SigningSettings::missing)
            : settings.text(ISSUER, DEVELOPMENT_ISSUER);
    Issuer issuer;
    try {
      issuer = Issuer.live(uri);
    } catch (IllegalArgumentException e) {
      throw Settings.wrong(ISSUER, uri, String.valueOf(e.getMessage()));
    }
    if (production && !issuer.isSecure()) {
      throw Settings.wrong(ISSUER, uri, "an https URI in production");
    }
    return new SigningSettings(issuer);
  }

  /** The issuer of a mode's statements. */
  public Issuer issuer(Mode mode) {
    return live.in(mode);
  }

  private static SettingException missing() {
    return new SettingException(
        ISSUER
            + " ("
            + Settings.environmentName(ISSUER)
            + ") is not set: give the https URI that people reach this service by");
  }
}
