package org.kycvs.notification.control.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.Submission.Accepted;
import org.kycvs.notification.entity.Submission.InDoubt;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.smsc.Reporting;
import org.kycvs.testing.smsc.Reporting.Form;
import org.kycvs.testing.smsc.Reporting.Time;
import org.kycvs.testing.smsc.Smsc;
import org.kycvs.testing.smsc.Treatment;
import org.kycvs.testing.smsc.Treatment.Kind;

/** What is learnt of messages that the gateway took. */
class SmppReportsTest {
  private static final String TEXT = "123456 is your code.";
  private static final String LONG = TEXT.repeat(20);

  private Smsc smsc;

  @BeforeEach
  void start() throws IOException {
    smsc = Smsc.start();
  }

  @AfterEach
  void stop() throws IOException {
    smsc.close();
  }

  @Test
  void report_inEitherForm_isPassedOnAndAcknowledged() {
    for (Form form : Form.values()) {
      smsc.report(Reporting.soon(form));
      try (OneGateway gateway = OneGateway.bound(smsc)) {
        Accepted taken = assertInstanceOf(Accepted.class, gateway.submit(5, TEXT));
        Eventually.isTrue(() -> !gateway.reports().told().isEmpty());
        assertEquals(
            List.of(taken.messageId().orElseThrow() + " DELIVERED"), gateway.reports().told());
      }
    }
    Eventually.isTrue(() -> smsc.acknowledgedReports() == 2);
    assertEquals(2, smsc.sentReports());
  }

  @Test
  void report_ofFailure_carriesTheOperatorsCode() {
    smsc.report(Reporting.soon(Form.TEXT).state("UNDELIV"));
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      assertInstanceOf(Accepted.class, gateway.submit(5, TEXT));
      Eventually.isTrue(() -> gateway.reports().told().equals(List.of("m1 UNDELIVERED 011")));
    }
  }

  @Test
  void report_intermediateState_isAcknowledgedAndIgnored() {
    for (Form form : Form.values()) {
      smsc.report(Reporting.soon(form).state("ENROUTE"));
      try (OneGateway gateway = OneGateway.bound(smsc)) {
        int before = smsc.acknowledgedReports();
        assertInstanceOf(Accepted.class, gateway.submit(5, TEXT));
        Eventually.isTrue(() -> smsc.acknowledgedReports() == before + 1);
        assertEquals(List.of(), gateway.reports().told());
      }
    }
  }

  @Test
  void report_beforeTheAnswer_isPassedOn() {
    smsc.report(Reporting.soon(Form.PARAMETERS).at(Time.BEFORE_ANSWER));
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      assertEquals(new Accepted(Optional.of("m1")), gateway.submit(5, TEXT));
      assertEquals(List.of("m1 DELIVERED"), gateway.reports().told());
      assertEquals(Map.of(5, "m1"), gateway.reports().settled());
    }
  }

  @Test
  void report_thatCannotBeKept_isSentAgain() {
    smsc.report(Reporting.soon(Form.TEXT));
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      gateway.reports().fail(2);
      assertInstanceOf(Accepted.class, gateway.submit(5, TEXT));
      Eventually.isTrue(() -> gateway.reports().told().equals(List.of("m1 DELIVERED")));
      Eventually.isTrue(() -> smsc.acknowledgedReports() == 1);
    }
    assertEquals(3, smsc.sentReports());
  }

  @Test
  void report_ofMessageInDoubt_settlesItByItsNumber() {
    smsc.report(Reporting.soon(Form.TEXT));
    smsc.treat(part -> Treatment.of(Kind.DROP_INSTEAD_OF_ANSWER));
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      assertInstanceOf(InDoubt.class, gateway.submit(70_000, TEXT));
      Eventually.isTrue(() -> gateway.reports().settled().equals(Map.of(70_000 & 0xFFFF, "m1")));
    }
  }

  @Test
  void report_onEachPart_isOneOnTheMessage() {
    smsc.report(Reporting.soon(Form.TEXT));
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      assertEquals(new Accepted(Optional.of("m3")), gateway.submit(5, LONG));
      Eventually.isTrue(() -> smsc.acknowledgedReports() == 3);
      Eventually.isTrue(() -> gateway.reports().told().contains("m3 DELIVERED"));
    }
  }

  @Test
  void report_idsOfAnotherBase_areThoseOfTheAnswer() {
    smsc.name(number -> Integer.toString(1_000_000 + number));
    smsc.report(new Reporting(Form.TEXT, Time.LATER, Duration.ofMillis(20), "DELIVRD", false));
    try (OneGateway gateway = OneGateway.bound(smsc, "message-id", "hex-to-decimal")) {
      Accepted taken = assertInstanceOf(Accepted.class, gateway.submit(5, TEXT));
      assertEquals(Optional.of("1000001"), taken.messageId());
      Eventually.isTrue(() -> gateway.reports().told().equals(List.of(0x1000001 + " DELIVERED")));
      assertEquals(Map.of(), gateway.reports().settled());
    }
  }
}
