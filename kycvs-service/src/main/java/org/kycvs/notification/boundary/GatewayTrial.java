package org.kycvs.notification.boundary;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.kycvs.notification.control.ReceivedReports;
import org.kycvs.notification.control.SmsGateway;
import org.kycvs.notification.control.http.HttpGateway;
import org.kycvs.notification.control.http.ReportAddresses;
import org.kycvs.notification.control.smpp.SmppGateway;
import org.kycvs.notification.entity.DeliveryReport;
import org.kycvs.notification.entity.GatewaySettings;
import org.kycvs.notification.entity.HttpGatewaySettings;
import org.kycvs.notification.entity.ReportSettings;
import org.kycvs.notification.entity.SmppSettings;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.Submission;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.RandomText;

/**
 * Hands one message to one gateway, past the outbox and whatever nodes think of the gateway: so an
 * operator finds out whether its settings are right. For the command line.
 */
public final class GatewayTrial {
  private static final Duration TO_CONNECT = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ReportSettings reports;
  private final Clock clock;

  /** With where reports would go; none comes for a trial. */
  public GatewayTrial(ReportSettings reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * Connects, hands it over, and says what the gateway answered.
   *
   * @return empty if there is nothing to try: the development inbox
   */
  public Optional<Submission> send(GatewaySettings settings, SmsMessage message) {
    Optional<SmsGateway> connected = connect(settings);
    if (connected.isEmpty()) {
      return Optional.empty();
    }
    try (SmsGateway gateway = connected.get()) {
      awaitConnection(gateway);
      return Optional.of(gateway.submit(0, message));
    }
  }

  private Optional<SmsGateway> connect(GatewaySettings settings) {
    if (settings.connection() instanceof HttpGatewaySettings http) {
      return Optional.of(
          new HttpGateway(settings.name(), http, new ReportAddresses(reports, keyOfNobody())));
    }
    if (settings.connection() instanceof SmppSettings smpp) {
      return Optional.of(
          new SmppGateway(
              settings.name(), smpp, new NoReports(), Executors.defaultThreadFactory(), clock));
    }
    return Optional.empty();
  }

  /** One that connects by itself needs a moment. */
  private void awaitConnection(SmsGateway gateway) {
    long end = clock.millis() + TO_CONNECT.toMillis();
    try {
      while (!gateway.isReachable() && clock.millis() < end) {
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** No report of a trial is waited for, so nobody needs to know its address. */
  private static MasterKey keyOfNobody() {
    return MasterKey.parse(Base64.getEncoder().encodeToString(RandomText.bytes(32)));
  }

  /** Nobody waits for them. */
  private static final class NoReports implements ReceivedReports {
    @Override
    public void of(String gateway, String messageId, DeliveryReport report) {
      // Whoever tries a gateway looks at the phone.
    }

    @Override
    public void ofNumber(String gateway, int number, String messageId, DeliveryReport report) {
      // Whoever tries a gateway looks at the phone.
    }

    @Override
    public void forgetOld() {
      // There are none.
    }
  }
}
