package org.kycvs.shared.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives the application its settings from MicroProfile Config. */
@ApplicationScoped
public class SettingsProducer {

  /** Reads through to MicroProfile Config at each look-up. */
  @Produces
  @Dependent
  public Settings settings() {
    Config config = ConfigProvider.getConfig();
    return Settings.of(name -> config.getOptionalValue(name, String.class));
  }

  /** What kind of installation this is. */
  @Produces
  @Dependent
  public Environment environment(Settings settings) {
    return Environment.from(settings);
  }
}
