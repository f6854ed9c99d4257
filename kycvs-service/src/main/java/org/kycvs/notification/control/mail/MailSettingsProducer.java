package org.kycvs.notification.control.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kycvs.notification.entity.MailSettings;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.Settings;

/** Gives the feature its settings about mails. */
@ApplicationScoped
public class MailSettingsProducer {

  /** How mails leave. */
  @Produces
  @Dependent
  public MailSettings settings(Settings settings, Environment environment) {
    return MailSettings.from(settings, environment);
  }
}
