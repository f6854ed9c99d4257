package org.kycvs.notification.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.kycvs.notification.control.mail.DevelopmentMailbox;
import org.kycvs.notification.control.mail.MailRoute;
import org.kycvs.notification.control.mail.MailRoutes;
import org.kycvs.notification.entity.MailSettings;
import org.kycvs.shared.settings.Environment;

/** The application's way for mails, which a test may take the place of. */
@Dependent
@Alternative
@Priority(1)
public class TestMailRoutes extends MailRoutes {
  private static volatile Optional<Optional<MailRoute>> wanted = Optional.empty();

  /** As the application. */
  @Inject
  public TestMailRoutes(
      Environment environment, MailSettings settings, DevelopmentMailbox mailbox, Clock clock) {
    super(environment, settings, mailbox, clock);
  }

  @Override
  public Optional<MailRoute> route() {
    return wanted.orElseGet(super::route);
  }

  /** As the application from now on. */
  static void asUsual() {
    wanted = Optional.empty();
  }

  /** Mails leave this way from now on. */
  static void want(MailRoute route) {
    wanted = Optional.of(Optional.of(route));
  }

  /** There is no way from now on. */
  static void wantNone() {
    wanted = Optional.of(Optional.empty());
  }
}
