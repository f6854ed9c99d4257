package org.kycvs.notification.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.kycvs.notification.control.http.HttpGateway;
import org.kycvs.notification.control.http.ReportAddresses;
import org.kycvs.notification.control.smpp.SmppGateway;
import org.kycvs.notification.entity.GatewayConnection;
import org.kycvs.notification.entity.GatewaySettings;
import org.kycvs.notification.entity.HttpGatewaySettings;
import org.kycvs.notification.entity.SmppSettings;

/** Makes gateways as their settings say. */
@Dependent
public class GatewayFactory {
  private final DevelopmentInbox inbox;
  private final ReportAddresses reports;
  private final ReceivedReports received;
  private final Clock clock;

  @Resource private ManagedThreadFactory threads;

  /** With what gateways are made of. */
  @Inject
  public GatewayFactory(
      DevelopmentInbox inbox, ReportAddresses reports, ReceivedReports received, Clock clock) {
    this.inbox = inbox;
    this.reports = reports;
    this.received = received;
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
    if (connection instanceof SmppSettings smpp) {
      return new SmppGateway(settings.name(), smpp, received, threads, clock);
    }
    return inbox;
  }
}
