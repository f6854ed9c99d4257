package org.kycvs.sealing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.sealing.entity.SealingSettings;
import org.kycvs.shared.settings.Settings;

/** Gives the application the settings of this feature. */
@ApplicationScoped
public class SealingSettingsProducer {

  /** Read at each injection. */
  @Produces
  @Dependent
  public SealingSettings settings(Settings settings) {
    return SealingSettings.from(settings);
  }
}
