package org.kycvs.shared.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.shared.settings.Settings;

/** Gives the application its limits of requests. */
@ApplicationScoped
public class RateSettingsProducer {

  /** How many requests one node takes. */
  @Produces
  @Dependent
  public RateSettings settings(Settings settings) {
    return RateSettings.from(settings);
  }
}
