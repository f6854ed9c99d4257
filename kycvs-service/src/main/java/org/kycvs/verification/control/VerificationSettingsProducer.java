package org.kycvs.verification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.shared.settings.Settings;
import org.kycvs.verification.entity.VerificationSettings;

/** Gives the feature its settings. */
@ApplicationScoped
public class VerificationSettingsProducer {

  /** How verifications behave. */
  @Produces
  @Dependent
  public VerificationSettings settings(Settings settings) {
    return VerificationSettings.from(settings);
  }
}
