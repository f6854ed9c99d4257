package org.kycvs.webhook.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.Settings;
import org.kycvs.webhook.entity.WebhookSettings;

/** Gives the feature its settings. */
@ApplicationScoped
public class WebhookSettingsProducer {

  /** How events are delivered. */
  @Produces
  @Dependent
  public WebhookSettings settings(Settings settings, Environment environment) {
    return WebhookSettings.from(settings, environment);
  }
}
