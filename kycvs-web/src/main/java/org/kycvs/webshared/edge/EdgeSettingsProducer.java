package org.kycvs.webshared.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.shared.address.EdgeSettings;
import org.kycvs.shared.settings.Settings;

/** Gives the edge its settings. */
@ApplicationScoped
public class EdgeSettingsProducer {

  /** How callers are met. */
  @Produces
  @Dependent
  public EdgeSettings settings(Settings settings) {
    return EdgeSettings.from(settings);
  }
}
