package org.kycvs.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.notification.entity.ConversionSettings;
import org.kycvs.notification.entity.GatewaysSettings;
import org.kycvs.notification.entity.ReportSettings;
import org.kycvs.notification.entity.SmsSettings;
import org.kycvs.shared.settings.Environment;
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

  /** By which gateways. */
  @Produces
  @Dependent
  public GatewaysSettings gateways(Settings settings, Environment environment) {
    return GatewaysSettings.from(settings, environment);
  }

  /** Where they find us. */
  @Produces
  @Dependent
  public ReportSettings reports(Settings settings) {
    return ReportSettings.from(settings);
  }

  /** Who gets no more of them. */
  @Produces
  @Dependent
  public ConversionSettings conversion(Settings settings) {
    return ConversionSettings.from(settings);
  }
}
