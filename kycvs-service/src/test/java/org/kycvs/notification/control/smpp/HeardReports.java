package org.kycvs.notification.control.smpp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.kycvs.notification.control.ReceivedReports;
import org.kycvs.notification.entity.DeliveryReport;

/** Remembers what it was told, and may fail at first. */
final class HeardReports implements ReceivedReports {
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Map<Integer, String> settled = new ConcurrentHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();

  @Override
  public void of(String gateway, String messageId, DeliveryReport report) {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("The database is gone");
    }
    told.add(
        messageId + " " + report.state() + report.error().map(error -> " " + error).orElse(""));
  }

  @Override
  public void ofNumber(String gateway, int number, String messageId, DeliveryReport report) {
    of(gateway, messageId, report);
    settled.put(number, messageId);
  }

  @Override
  public void forgetOld() {
    throw new UnsupportedOperationException("Gateways forget nothing");
  }

  /** It fails so often from now on. */
  void fail(int times) {
    failures.set(times);
  }

  /** Each report, such as {@code m1 DELIVERED}. */
  List<String> told() {
    return List.copyOf(told);
  }

  /** The ids of messages that reports told by their numbers. */
  Map<Integer, String> settled() {
    return Map.copyOf(settled);
  }
}
