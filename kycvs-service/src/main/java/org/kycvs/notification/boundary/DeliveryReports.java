package org.kycvs.notification.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.kycvs.notification.control.ReceivedReports;
import org.kycvs.notification.control.ReportStore;
import org.kycvs.notification.control.SmsMetrics;
import org.kycvs.notification.entity.DeliveryReport;

/** Delivery reports of gateways that send them on a connection of their own. */
@Stateless
@Local(ReceivedReports.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryReports implements ReceivedReports {
  private static final Duration EARLY_KEPT = Duration.ofDays(1);

  @Inject private ReportStore reports;
  @Inject private SmsMetrics metrics;
  @Inject private Clock clock;

  @Override
  public void of(String gateway, String messageId, DeliveryReport report) {
    reports.ofMessage(gateway, messageId, report, clock.instant());
    metrics.reported(gateway, report);
  }

  @Override
  public void ofNumber(String gateway, int number, String messageId, DeliveryReport report) {
    reports.ofMessageOrNumber(gateway, messageId, number, report, clock.instant());
    metrics.reported(gateway, report);
  }

  @Override
  public void forgetOld() {
    reports.forgetEarlyBefore(clock.instant().minus(EARLY_KEPT));
  }
}
