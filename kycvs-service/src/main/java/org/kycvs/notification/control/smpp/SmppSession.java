package org.kycvs.notification.control.smpp;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUSender;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.SubmitSmCommandTask;
import org.jsmpp.session.connection.ConnectionFactory;

/**
 * One connection to a gateway. Beyond what jsmpp's does, each message has a time of its own, and
 * those who wait for an answer learn at once when the connection ends.
 */
final class SmppSession extends SMPPSession {
  /** How long answers that were read already are given to reach those who wait. */
  private static final Duration GRACE = Duration.ofMillis(200);

  private static final long LOOK_MILLIS = 5;

  private final Set<Submit> unanswered = ConcurrentHashMap.newKeySet();
  private final CountDownLatch ended = new CountDownLatch(1);

  SmppSession(ConnectionFactory connections) {
    super(connections);
    addSessionStateListener(
        (now, before, source) -> {
          if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
            ended.countDown();
          }
        });
  }

  /**
   * Sends one part and waits for the answer.
   *
   * @return the gateway's id of it; empty if it says none
   * @throws IOException if it was surely not sent whole: the connection ended before
   * @throws PDUException if it cannot be written
   * @throws NegativeResponseException if the gateway refused it
   * @throws InvalidResponseException if the gateway did not understand it, or the connection ended
   * @throws ResponseTimeoutException if there was no answer in time
   */
  String submit(SubmitPdu pdu, Duration timeout)
      throws IOException,
          PDUException,
          NegativeResponseException,
          InvalidResponseException,
          ResponseTimeoutException {
    ensureTransmittable(SubmitSmCommandTask.COMMAND_NAME_SUBMIT_SM);
    Submit submit = new Submit(pduSender(), pdu);
    unanswered.add(submit);
    try {
      Command answer = executeSendCommand(submit, Math.max(1, timeout.toMillis()));
      return answer instanceof SubmitSmResp taken
          ? requireNonNullElse(taken.getMessageId(), "")
          : "";
    } finally {
      unanswered.remove(submit);
    }
  }

  /** Whether the gateway answers now. */
  boolean answers() {
    try {
      sendEnquireLink();
      return getSessionState().isBound();
    } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
      return false;
    }
  }

  /** Has the connection tried soon, and ended if there is no answer. Returns at once. */
  void suspect() {
    enquireLinkSender.enquireLink();
  }

  /** Waits until the connection ends. */
  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  @Override
  public void close() {
    letAnswersArrive();
    super.close();
    for (Submit submit : unanswered) {
      PendingResponse<Command> waiting = removePendingResponse(submit.sequence);
      if (waiting != null) {
        waiting.doneWithInvalidResponse(new ConnectionEnded());
      }
    }
  }

  /** What was read is worked off by other threads, which drop it as soon as the state is closed. */
  private void letAnswersArrive() {
    long end = System.nanoTime() + GRACE.toNanos();
    try {
      while (!unanswered.isEmpty() && System.nanoTime() < end) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The connection ended while the answer was awaited. */
  static final class ConnectionEnded extends InvalidResponseException {
    private static final long serialVersionUID = 1L;

    ConnectionEnded() {
      super("The connection ended");
    }
  }

  private static final class Submit extends SubmitSmCommandTask {
    private volatile int sequence;

    Submit(PDUSender sender, SubmitPdu pdu) {
      super(
          sender,
          "",
          pdu.source().ton(),
          pdu.source().npi(),
          pdu.source().address(),
          pdu.destination().ton(),
          pdu.destination().npi(),
          pdu.destination().address(),
          new ESMClass(pdu.esmClass()),
          (byte) 0,
          (byte) 0,
          null,
          null,
          new RegisteredDelivery(pdu.registeredDelivery()),
          (byte) 0,
          DataCodings.newInstance((byte) pdu.dataCoding()),
          (byte) 0,
          pdu.text(),
          pdu.parameters().toArray(OptionalParameter[]::new));
    }

    @Override
    public void executeTask(OutputStream out, int number) throws PDUStringException, IOException {
      sequence = number;
      super.executeTask(out, number);
    }
  }
}
