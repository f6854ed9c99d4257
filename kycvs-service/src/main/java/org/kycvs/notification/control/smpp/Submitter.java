package org.kycvs.notification.control.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.kycvs.notification.control.smpp.SmppSession.ConnectionEnded;
import org.kycvs.notification.entity.Submission;
import org.kycvs.notification.entity.Submission.Accepted;
import org.kycvs.notification.entity.Submission.InDoubt;
import org.kycvs.notification.entity.Submission.NotSent;
import org.kycvs.notification.entity.Submission.Rejected;
import org.kycvs.notification.entity.Submission.Throttled;

/**
 * Submits a message's parts one after the other, with at most so many of all messages without an
 * answer, and says what became of it. What was surely not taken is told from what may have been: a
 * message is in doubt only if its last octet went out and no answer came in, or if some of its
 * parts were taken and others not.
 */
final class Submitter {
  /** How long a message may wait for its turn. */
  private static final Duration TURN = Duration.ofSeconds(1);

  private final Semaphore window;
  private final Duration timeout;
  private final Throttle throttle;
  private final ReceiptIds ids;
  private final PartReports reports;

  Submitter(int window, Duration timeout, Throttle throttle, ReceiptIds ids, PartReports reports) {
    this.window = new Semaphore(window, true);
    this.timeout = timeout;
    this.throttle = throttle;
    this.ids = ids;
    this.reports = reports;
  }

  Submission submit(SmppSession session, List<SubmitPdu> parts) {
    Optional<Duration> pause = throttle.left();
    if (pause.isPresent()) {
      return new Throttled(pause.get());
    }
    long end = System.nanoTime() + timeout.toNanos();
    List<String> taken = new ArrayList<>();
    try {
      for (SubmitPdu part : parts) {
        Submission one =
            taken.isEmpty() ? inTurn(session, part, end) : insisting(session, part, end);
        if (!(one instanceof Accepted accepted)) {
          return taken.isEmpty() ? one : partly(taken.size(), parts.size(), one);
        }
        taken.add(accepted.messageId().orElse(""));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return taken.isEmpty()
          ? new NotSent("interrupted")
          : partly(taken.size(), parts.size(), new NotSent("interrupted"));
    }
    reports.taken(taken);
    return new Accepted(Optional.of(taken.get(taken.size() - 1)).filter(last -> !last.isEmpty()));
  }

  /** A later part of a message that is throttled waits, because parts alone are of no use. */
  private Submission insisting(SmppSession session, SubmitPdu part, long end)
      throws InterruptedException {
    Submission one = inTurn(session, part, end);
    while (one instanceof Throttled throttled && left(end).compareTo(throttled.pause()) > 0) {
      Thread.sleep(throttled.pause().toMillis() + 1);
      one = inTurn(session, part, end);
    }
    return one;
  }

  private Submission inTurn(SmppSession session, SubmitPdu part, long end)
      throws InterruptedException {
    Duration patience = left(end).compareTo(TURN) < 0 ? left(end) : TURN;
    if (!window.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return new NotSent("too many messages without an answer");
    }
    try {
      return once(session, part, end);
    } finally {
      window.release();
    }
  }

  private Submission once(SmppSession session, SubmitPdu part, long end) {
    try {
      String id = session.submit(part, left(end));
      throttle.taken();
      return new Accepted(Optional.of(ids.ofAnswer(id)));
    } catch (NegativeResponseException e) {
      return refused(e.getCommandStatus());
    } catch (GenericNackResponseException e) {
      return refused(e.getCommandStatus());
    } catch (ConnectionEnded e) {
      return new InDoubt("the connection ended before the answer");
    } catch (InvalidResponseException e) {
      return new InDoubt("the answer could not be read");
    } catch (ResponseTimeoutException e) {
      session.suspect();
      return new InDoubt("no answer in time");
    } catch (PDUException e) {
      return new Rejected("a field is too long for SMPP");
    } catch (IOException e) {
      // The whole is written at once, so what failed is no whole message at the other end.
      return new NotSent("the connection ended before the message went out");
    }
  }

  private Submission refused(int status) {
    return switch (CommandStatus.of(status)) {
      case THROTTLED -> new Throttled(throttle.tooMany());
      case REJECTED -> new Rejected(CommandStatus.written(status));
      case NOT_NOW -> new NotSent(CommandStatus.written(status));
    };
  }

  private static InDoubt partly(int taken, int of, Submission refusal) {
    String why = "too many messages";
    if (refusal instanceof NotSent notSent) {
      why = notSent.reason();
    } else if (refusal instanceof Rejected rejected) {
      why = rejected.reason();
    } else if (refusal instanceof InDoubt inDoubt) {
      why = inDoubt.reason();
    }
    return new InDoubt("%d of %d parts were taken: %s".formatted(taken, of, why));
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
