package org.kycvs.notification.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.kycvs.notification.entity.SmsTexts;

/** Reads the texts when the application starts: a wrong setting stops it here, not at an SMS. */
@Singleton
@Startup
public class SmsTextsStart {
  private static final Logger LOG = System.getLogger(SmsTextsStart.class.getName());

  @Inject private SmsTexts texts;

  @PostConstruct
  void start() {
    LOG.log(Level.INFO, "SMS in {0}", String.join(", ", texts.languages()));
  }
}
