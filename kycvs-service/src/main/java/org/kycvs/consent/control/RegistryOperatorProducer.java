package org.kycvs.consent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.consent.entity.RegistryOperator;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.Settings;

/** Gives the feature its settings. */
@ApplicationScoped
public class RegistryOperatorProducer {

  /** Who runs the registry. */
  @Produces
  @Dependent
  public RegistryOperator operator(Settings settings, Environment environment) {
    return RegistryOperator.from(settings, environment);
  }
}
