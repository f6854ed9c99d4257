package org.kycvs.notification.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.kycvs.notification.entity.SmsTexts;
import org.kycvs.shared.settings.Settings;

/** Gives the texts, which are read once: a changed file counts from the next start on. */
@ApplicationScoped
public class SmsTextsProducer {
  @Inject private Settings settings;

  private SmsTexts texts;

  @PostConstruct
  void read() {
    texts = SmsTexts.from(settings);
  }

  /** The texts as this installation sends them. */
  @Produces
  @Dependent
  public SmsTexts texts() {
    return texts;
  }
}
