package org.kycvs.notification.control.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.control.smpp.PartReports.Told;
import org.kycvs.notification.entity.DeliveryReport;
import org.kycvs.notification.entity.DeliveryReport.State;

/** One report of those on the parts of a message. */
class PartReportsTest {
  private static final DeliveryReport DELIVERED =
      new DeliveryReport(State.DELIVERED, Optional.empty());
  private static final DeliveryReport LOST =
      new DeliveryReport(State.UNDELIVERED, Optional.of("5"));

  private final PartReports parts = new PartReports();

  @Test
  void heard_allPartsDelivered_isDeliveredWithTheLast() {
    parts.taken(List.of("1", "2", "3"));
    assertEquals(Optional.empty(), parts.heard("3", DELIVERED));
    assertEquals(Optional.empty(), parts.heard("1", DELIVERED));
    assertEquals(Optional.of(new Told("3", DELIVERED)), parts.heard("2", DELIVERED));
  }

  @Test
  void heard_onePartLost_isUndeliveredAtOnce() {
    parts.taken(List.of("1", "2", "3"));
    assertEquals(Optional.empty(), parts.heard("1", DELIVERED));
    assertEquals(Optional.of(new Told("3", LOST)), parts.heard("2", LOST));
  }

  @Test
  void heard_beforeAllPartsWereSent_counts() {
    assertEquals(Optional.of(new Told("1", DELIVERED)), parts.heard("1", DELIVERED));
    parts.taken(List.of("1", "2"));
    assertEquals(Optional.of(new Told("2", DELIVERED)), parts.heard("2", DELIVERED));
  }

  @Test
  void heard_lostBeforeAllPartsWereSent_isUndelivered() {
    assertEquals(Optional.of(new Told("1", LOST)), parts.heard("1", LOST));
    parts.taken(List.of("1", "2"));
    assertEquals(Optional.of(new Told("2", LOST)), parts.heard("2", DELIVERED));
  }

  @Test
  void heard_messageOfOnePart_isToldAsItIs() {
    parts.taken(List.of("1"));
    assertEquals(Optional.of(new Told("1", LOST)), parts.heard("1", LOST));
  }
}
