package org.kycvs.signing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.Settings;
import org.kycvs.signing.entity.SigningSettings;

/** Gives the application what is configured about signing. */
@ApplicationScoped
public class SigningSettingsProducer {

  /** The settings, read and validated. */
  @Produces
  @Dependent
  public SigningSettings signingSettings(Settings settings, Environment environment) {
    return SigningSettings.from(settings, environment);
  }
}
