package org.kycvs.notification.control.smpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.Submission;
import org.kycvs.notification.entity.Submission.Accepted;
import org.kycvs.notification.entity.Submission.InDoubt;
import org.kycvs.notification.entity.Submission.NotSent;
import org.kycvs.notification.entity.Submission.Rejected;
import org.kycvs.notification.entity.Submission.Throttled;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.smsc.Part;
import org.kycvs.testing.smsc.Smsc;
import org.kycvs.testing.smsc.Treatment;
import org.kycvs.testing.smsc.Treatment.Kind;

/** What becomes of one message, whatever the gateway does. */
class SmppGatewayTest {
  private static final String ENGLISH = "123456 is your code for Hotel [Lake] at 5 €.";
  private static final String HINDI =
      "होटल लेक: आपका कोड 123456 है। यह कोड केवल होटल लेक को आपके टीकाकरण की स्थिति बताने के लिए है। "
          + "इसे किसी और को न बताएँ। पूरी सूचना: https://example.org/n";
  private static final int TEMPLATE = 0x1401;
  private static final int ENTITY = 0x1400;
  private static final int CHAIN = 0x1402;
  private static final int REFERENCE = 0x0204;

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
  void submit_englishText_arrivesInOnePartAndIsAccepted() {
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      assertEquals(new Accepted(Optional.of("m1")), gateway.submit(7, ENGLISH));
    }
    assertEquals(List.of(ENGLISH), smsc.phones().texts(OneGateway.PHONE));
    Part part = smsc.parts().get(0);
    assertEquals(0, part.dataCoding());
    assertEquals("5/0 VACCIN", part.from());
    assertEquals(1, part.registeredDelivery());
  }

  @Test
  void submit_registeredMessage_carriesItsIdsOnEachPart() {
    try (OneGateway gateway = OneGateway.bound(smsc, "chain", "abc")) {
      assertInstanceOf(Accepted.class, gateway.submit(0x1_0002_0003L, HINDI));
    }
    assertTrue(smsc.parts().size() > 1);
    for (Part part : smsc.parts()) {
      assertEquals("1101234567890123456", text(part, ENTITY));
      assertEquals("1107987654321098765", text(part, TEMPLATE));
      assertEquals("abc", text(part, CHAIN));
    }
    Part last = smsc.parts().get(smsc.parts().size() - 1);
    assertArrayEquals(new byte[] {0, 3}, last.parameter(REFERENCE).orElseThrow());
    assertTrue(smsc.parts().get(0).parameter(REFERENCE).isEmpty());
  }

  @Test
  void submit_idsThatEndWithZero_haveIt() {
    try (OneGateway gateway =
        OneGateway.bound(smsc, "tlv-terminated", "true", "tlv-entity", "none")) {
      assertInstanceOf(Accepted.class, gateway.submit(1, ENGLISH));
    }
    assertEquals("1107987654321098765\0", text(smsc.parts().get(0), TEMPLATE));
    assertTrue(smsc.parts().get(0).parameter(ENTITY).isEmpty());
  }

  @Test
  void submit_longHindiText_isPutTogetherAsItWas() {
    for (String form : List.of("udh", "sar", "payload")) {
      try (OneGateway gateway = OneGateway.bound(smsc, "long-messages", form)) {
        assertInstanceOf(Accepted.class, gateway.submit(300, HINDI), form);
      }
    }
    assertEquals(List.of(HINDI, HINDI, HINDI), smsc.phones().texts(OneGateway.PHONE));
    assertEquals(8, smsc.parts().get(0).dataCoding());
  }

  @Test
  void submit_statusesOfRefusals_areToldApart() {
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      smsc.treat(part -> Treatment.refuse(0x0B));
      assertEquals(new Rejected("status 0x0000000B"), gateway.submit(1, ENGLISH));
      smsc.treat(part -> Treatment.refuse(0x412));
      assertEquals(new Rejected("status 0x00000412"), gateway.submit(2, ENGLISH));
      smsc.treat(part -> Treatment.refuse(0x08));
      assertEquals(new NotSent("status 0x00000008"), gateway.submit(3, ENGLISH));
      smsc.treat(part -> Treatment.refuse(0x45));
      assertEquals(new NotSent("status 0x00000045"), gateway.submit(4, ENGLISH));
      smsc.treat(part -> Treatment.refuse(0x14));
      assertEquals(new Throttled(Duration.ofSeconds(1)), gateway.submit(5, ENGLISH));
    }
    assertEquals(0, smsc.phones().count());
  }

  @Test
  void submit_whileThrottled_asksNobody() {
    AtomicInteger asked = new AtomicInteger();
    smsc.treat(
        part -> {
          asked.incrementAndGet();
          return Treatment.refuse(0x58);
        });
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      assertInstanceOf(Throttled.class, gateway.submit(1, ENGLISH));
      assertInstanceOf(Throttled.class, gateway.submit(2, ENGLISH));
    }
    assertEquals(1, asked.get());
  }

  @Test
  void submit_laterPartThrottled_isSentWhenItMay() {
    AtomicInteger parts = new AtomicInteger();
    smsc.treat(part -> parts.incrementAndGet() == 2 ? Treatment.refuse(0x58) : Treatment.TAKE);
    try (OneGateway gateway = OneGateway.bound(smsc, "timeout", "PT5S")) {
      assertInstanceOf(Accepted.class, gateway.submit(1, HINDI));
    }
    assertEquals(List.of(HINDI), smsc.phones().texts(OneGateway.PHONE));
  }

  @Test
  void submit_laterPartRefused_isInDoubtAndSaysSo() {
    AtomicInteger parts = new AtomicInteger();
    smsc.treat(part -> parts.incrementAndGet() == 2 ? Treatment.refuse(0x08) : Treatment.TAKE);
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      InDoubt doubt = assertInstanceOf(InDoubt.class, gateway.submit(1, HINDI));
      assertEquals("1 of 3 parts were taken: status 0x00000008", doubt.reason());
    }
  }

  @Test
  void submit_connectionEndsWithoutAnswer_isInDoubtAtOnce() {
    smsc.treat(part -> Treatment.of(Kind.DROP_INSTEAD_OF_ANSWER));
    try (OneGateway gateway = OneGateway.bound(smsc, "timeout", "PT30S")) {
      long begin = System.nanoTime();
      assertInstanceOf(InDoubt.class, gateway.submit(1, ENGLISH));
      assertTrue(System.nanoTime() - begin < Duration.ofSeconds(5).toNanos());
    }
    assertEquals(1, smsc.phones().count());
  }

  @Test
  void submit_connectionEndsAfterAnswer_isAcceptedAndTheNextGoesOverAnother() {
    smsc.treat(part -> Treatment.of(Kind.DROP_AFTER_ANSWER));
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      assertInstanceOf(Accepted.class, gateway.submit(1, ENGLISH));
      smsc.treat(part -> Treatment.TAKE);
      Eventually.isTrue(() -> smsc.binds() == 2 && gateway.gateway().isReachable());
      assertInstanceOf(Accepted.class, gateway.submit(2, ENGLISH));
    }
    assertEquals(2, smsc.phones().count());
  }

  @Test
  void submit_gatewayHangs_isInDoubtInItsTime() {
    smsc.treat(part -> Treatment.of(Kind.TAKE_SILENTLY));
    try (OneGateway gateway = OneGateway.bound(smsc, "timeout", "PT1S")) {
      long begin = System.nanoTime();
      assertEquals(new InDoubt("no answer in time"), gateway.submit(1, ENGLISH));
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);
      assertTrue(taken.toMillis() >= 1000 && taken.toMillis() < 3000, taken.toString());
    }
  }

  @Test
  void submit_windowFull_isNotSent() throws InterruptedException {
    smsc.treat(part -> Treatment.of(Kind.TAKE_SILENTLY));
    try (OneGateway gateway = OneGateway.bound(smsc, "window", "1", "timeout", "PT5S")) {
      Thread first = new Thread(() -> assertInstanceOf(InDoubt.class, gateway.submit(1, ENGLISH)));
      first.start();
      Eventually.isTrue(() -> smsc.parts().size() == 1);
      assertEquals(new NotSent("too many messages without an answer"), gateway.submit(2, ENGLISH));
      smsc.dropAll();
      first.join();
    }
    assertEquals(1, smsc.parts().size());
  }

  @Test
  void submit_nobodyListens_isNotSentUntilSomebodyDoes() throws IOException {
    int port = smsc.port();
    smsc.close();
    try (OneGateway gateway = OneGateway.at(port)) {
      assertEquals(new NotSent("not bound"), gateway.submit(1, ENGLISH));
      assertFalse(gateway.gateway().isReachable());
      Eventually.pause(Duration.ofMillis(300)); // so that it is refused once at least
      smsc = Smsc.startAgain(port);
      Eventually.isTrue(gateway.gateway()::isReachable);
      assertInstanceOf(Accepted.class, gateway.submit(2, ENGLISH));
    }
  }

  @Test
  void submit_serverUnbinds_isNotSentAndThenBoundAgain() {
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      smsc.bound().forEach(session -> session.unbindAndClose());
      Submission one = gateway.submit(1, ENGLISH);
      assertInstanceOf(NotSent.class, one);
      Eventually.isTrue(() -> smsc.binds() == 2 && gateway.gateway().isReachable());
    }
  }

  @Test
  void submit_senderTooLongForSmpp_isRejected() {
    try (OneGateway gateway = OneGateway.bound(smsc)) {
      assertInstanceOf(Rejected.class, gateway.submit(1, "9".repeat(21), ENGLISH));
      assertInstanceOf(Rejected.class, gateway.submit(1, "\uD800"));
      assertInstanceOf(Accepted.class, gateway.submit(2, ENGLISH));
    }
  }

  private static String text(Part part, int tag) {
    return new String(part.parameter(tag).orElseThrow(), StandardCharsets.US_ASCII);
  }
}
