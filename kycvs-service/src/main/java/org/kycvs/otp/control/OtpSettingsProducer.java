package org.kycvs.otp.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.otp.entity.BudgetSettings;
import org.kycvs.otp.entity.OtpSettings;
import org.kycvs.shared.settings.Settings;

/** Gives the feature its settings. */
@ApplicationScoped
public class OtpSettingsProducer {

  /** How codes behave. */
  @Produces
  @Dependent
  public OtpSettings settings(Settings settings) {
    return OtpSettings.from(settings);
  }

  /** How many codes there may be. */
  @Produces
  @Dependent
  public BudgetSettings budgets(Settings settings) {
    return BudgetSettings.from(settings);
  }
}
