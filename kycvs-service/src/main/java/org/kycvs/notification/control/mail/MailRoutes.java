package org.kycvs.notification.control.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.kycvs.notification.entity.MailSettings;
import org.kycvs.shared.settings.Environment;

/** How mails leave from this installation. */
@Dependent
public class MailRoutes {
  private final Environment environment;
  private final MailSettings settings;
  private final DevelopmentMailbox mailbox;
  private final Clock clock;

  /** By SMTP where a server is named; else development has its inbox. */
  @Inject
  public MailRoutes(
      Environment environment, MailSettings settings, DevelopmentMailbox mailbox, Clock clock) {
    this.environment = environment;
    this.settings = settings;
    this.mailbox = mailbox;
    this.clock = clock;
  }

  /** The way that mails leave, or empty if they have to wait. */
  public Optional<MailRoute> route() {
    if (settings.smtp().isPresent()) {
      return Optional.of(new SmtpRoute(settings.smtp().get(), settings, clock));
    }
    return environment == Environment.DEVELOPMENT ? Optional.of(mailbox) : Optional.empty();
  }
}
