package org.kycvs.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.kycvs.notification.control.ReportStore;
import org.kycvs.notification.control.SmsMetrics;
import org.kycvs.notification.control.http.ReportAddresses;
import org.kycvs.notification.control.http.ReportReader;
import org.kycvs.notification.entity.DeliveryReport;
import org.kycvs.notification.entity.GatewaySettings;
import org.kycvs.notification.entity.GatewaysSettings;
import org.kycvs.notification.entity.HttpGatewaySettings;
import org.kycvs.notification.entity.HttpReportRule;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;

/** Delivery reports that gateways send by HTTP, each to an address that its message was given. */
@Stateless
public class HttpReports {
  @Inject private GatewaysSettings settings;
  @Inject private ReportAddresses addresses;
  @Inject private ReportStore reports;
  @Inject private SmsMetrics metrics;
  @Inject private Clock clock;

  /**
   * Notes a report. A state that is not final is taken note of by nobody, and answered like one.
   *
   * @param gateway the address' first part
   * @param number the second, the outbox's number of the message
   * @param token the third, which proves that the message was handed over
   * @param query the URL's parameters
   * @param body at most 16 KiB
   * @throws ProblemException {@code not-found} if nothing of ours has this address
   */
  public void received(
      String gateway, long number, String token, Map<String, String> query, String body) {
    Optional<HttpReportRule> rule = rule(gateway);
    if (rule.isEmpty() || !addresses.fits(gateway, number, token)) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "No message has this address for reports.");
    }
    Optional<DeliveryReport> report = ReportReader.read(rule.get(), query, body);
    if (report.isPresent()) {
      reports.ofId(gateway, number, report.get(), clock.instant());
      metrics.reported(gateway, report.get());
    }
  }

  private Optional<HttpReportRule> rule(String gateway) {
    return settings.gateways().stream()
        .filter(one -> one.name().equals(gateway))
        .map(GatewaySettings::connection)
        .filter(HttpGatewaySettings.class::isInstance)
        .map(HttpGatewaySettings.class::cast)
        .flatMap(http -> http.reports().stream())
        .findFirst();
  }
}
