package org.kycvs.testing.smsc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/** Sends reports, each again until it is acknowledged, over whichever connection there is. */
final class Reports implements AutoCloseable {
  private static final int RECEIPT = 0x04;
  private static final int REFERENCE = 0x0204;
  private static final long AGAIN_MILLIS = 100;
  private static final int THREADS = 8;

  private final Supplier<List<SMPPServerSession>> sessions;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();

  Reports(Supplier<List<SMPPServerSession>> sessions) {
    this.sessions = sessions;
  }

  /** Reports that were sent, each as often as it was. */
  int sent() {
    return sent.get();
  }

  int acknowledged() {
    return acknowledged.get();
  }

  void later(Part part, Reporting reporting) {
    long delay = reporting.delay().toMillis();
    plan(part, reporting, ThreadLocalRandom.current().nextLong(delay / 2, delay * 2 + 1));
  }

  private void plan(Part part, Reporting reporting, long millis) {
    try {
      threads.schedule(
          () -> {
            if (!now(part, reporting)) {
              plan(part, reporting, AGAIN_MILLIS);
            }
          },
          millis,
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The test is over.
    }
  }

  /** Sends it: whether it was acknowledged. */
  boolean now(Part part, Reporting reporting) {
    for (SMPPServerSession session : sessions.get()) {
      try {
        sent.incrementAndGet();
        send(session, part, reporting);
        acknowledged.incrementAndGet();
        return true;
      } catch (PDUException e) {
        throw new IllegalStateException(e);
      } catch (IOException
          | NegativeResponseException
          | ResponseTimeoutException
          | InvalidResponseException e) {
        // Over another connection, or again later.
      }
    }
    return false;
  }

  private static void send(SMPPServerSession session, Part part, Reporting reporting)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    boolean asText = reporting.form() == Reporting.Form.TEXT;
    session.deliverShortMessage(
        "",
        TypeOfNumber.INTERNATIONAL,
        NumberingPlanIndicator.ISDN,
        part.to(),
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.UNKNOWN,
        "",
        new ESMClass(RECEIPT),
        (byte) 0,
        (byte) 0,
        new RegisteredDelivery(0),
        DataCodings.ZERO,
        asText ? text(part, reporting.state()) : new byte[0],
        parameters(part, reporting, asText).toArray(OptionalParameter[]::new));
  }

  private static byte[] text(Part part, String state) {
    return "id:%s sub:001 dlvrd:001 submit date:2611220800 done date:2611220801 stat:%s err:%s text:stat:nothing"
        .formatted(part.id(), state, "DELIVRD".equals(state) ? "000" : "011")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static List<OptionalParameter> parameters(
      Part part, Reporting reporting, boolean asText) {
    List<OptionalParameter> parameters = new ArrayList<>();
    if (!asText) {
      parameters.add(
          new OptionalParameter.COctetString(Tag.RECEIPTED_MESSAGE_ID.code(), part.id()));
      parameters.add(
          new OptionalParameter.Byte(Tag.MESSAGE_STATE, (byte) state(reporting.state())));
    }
    if (reporting.withReference()) {
      part.parameter(REFERENCE)
          .ifPresent(
              octets ->
                  parameters.add(new OptionalParameter.OctetString((short) REFERENCE, octets)));
    }
    return parameters;
  }

  private static int state(String word) {
    return switch (word) {
      case "ENROUTE" -> 1;
      case "DELIVRD" -> 2;
      case "EXPIRED" -> 3;
      default -> 5;
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
