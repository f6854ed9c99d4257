package org.kycvs.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kycvs.shared.settings.Environment;

/** The gateways of this installation. */
@Dependent
public class SmsGateways {
  private final Environment environment;
  private final DevelopmentInbox inbox;

  /** In development the inbox; production has none until one is configured. */
  @Inject
  public SmsGateways(Environment environment, DevelopmentInbox inbox) {
    this.environment = environment;
    this.inbox = inbox;
  }

  /** The gateway that the next message goes to, or empty if none can be sent. */
  public Optional<SmsGateway> preferred() {
    return switch (environment) {
      case DEVELOPMENT -> Optional.of(inbox);
      case PRODUCTION -> Optional.empty();
    };
  }
}
