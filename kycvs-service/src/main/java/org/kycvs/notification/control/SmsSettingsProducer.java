package org.kycvs.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.notification.entity.SmsSettings;
import org.kycvs.shared.settings.Settings;

/** Gives the feature its settings. */
@ApplicationScoped
public class SmsSettingsProducer {

  /** How many messages are sent. */
  @Produces
  @Dependent
  public SmsSettings settings(Settings settings) {
    return SmsSettings.from(settings);
  }
}
