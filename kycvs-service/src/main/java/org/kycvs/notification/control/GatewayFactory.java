package org.kycvs.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.kycvs.notification.control.http.HttpGateway;
import org.kycvs.notification.control.http.ReportAddresses;
import org.kycvs.notification.entity.GatewayConnection;
import org.kycvs.notification.entity.GatewaySettings;
import org.kycvs.notification.entity.HttpGatewaySettings;

/** Makes gateways as their settings say. */
@Dependent
public class GatewayFactory {
  private final DevelopmentInbox inbox;
  private final ReportAddresses reports;
  private final Clock clock;

  /** With what gateways are made of. */
  @Inject
  public GatewayFactory(DevelopmentInbox inbox, ReportAddresses reports, Clock clock) {
    this.inbox = inbox;
    this.reports = reports;
    this.clock = clock;
  }

  /** One that works from now on. */
  RunningGateway start(GatewaySettings settings) {
    return new RunningGateway(settings, connect(settings), clock);
  }

  private SmsGateway connect(GatewaySettings settings) {
    GatewayConnection connection = settings.connection();
    if (connection instanceof HttpGatewaySettings http) {
      return new HttpGateway(settings.name(), http, reports);
    }
    return inbox;
  }
}
