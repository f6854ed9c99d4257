package org.kycvs.shared.mobile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.shared.settings.Settings;

/** Gives the application the countries that it serves. */
@ApplicationScoped
public class ServedCountriesProducer {

  /** Whose mobiles may be named. */
  @Produces
  @Dependent
  public ServedCountries countries(Settings settings) {
    return ServedCountries.from(settings);
  }
}
