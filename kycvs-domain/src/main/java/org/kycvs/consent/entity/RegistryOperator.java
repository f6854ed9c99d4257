package org.kycvs.consent.entity;

import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * Who runs the registry and answers for it, as receipts name it.
 *
 * @param name its name ({@code kycvs.registry.name})
 * @param contact where people write to it ({@code kycvs.registry.contact})
 * @param grievance where people complain ({@code kycvs.registry.grievance})
 */
public record RegistryOperator(String name, String contact, String grievance) {

  /** Reads them; production must set all three. */
  public static RegistryOperator from(Settings settings, Environment environment) {
    return new RegistryOperator(
        read(settings, environment, "kycvs.registry.name", "Demonstration registry"),
        read(settings, environment, "kycvs.registry.contact", "registry@example.org"),
        read(settings, environment, "kycvs.registry.grievance", "grievance@example.org"));
  }

  private static String read(
      Settings settings, Environment environment, String name, String inDevelopment) {
    return settings
        .text(name)
        .orElseGet(
            () -> {
              if (environment == Environment.PRODUCTION) {
                throw new SettingException(
                    name
                        + " ("
                        + Settings.environmentName(name)
                        + ") is not set: receipts must say who runs the registry");
              }
              return inDevelopment;
            });
  }
}
