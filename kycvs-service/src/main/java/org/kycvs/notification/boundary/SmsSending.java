package org.kycvs.notification.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kycvs.notification.control.GatewayPace;
import org.kycvs.notification.control.GatewayPace.Fate;
import org.kycvs.notification.control.RunningGateway;
import org.kycvs.notification.control.SmsGateways;
import org.kycvs.notification.control.SmsMetrics;
import org.kycvs.notification.control.TakenSms;
import org.kycvs.notification.entity.Submission;
import org.kycvs.shared.outbox.Backoff;
import org.kycvs.shared.outbox.OutboxWork;

/**
 * Brings one message out: gateway after gateway, until one took it, or may have, or none is left.
 * What is not welcome goes the same way but for the gateway itself, where it fares as the newest
 * message before it did.
 */
@Dependent
class SmsSending implements OutboxWork<TakenSms> {
  private static final Logger LOG = System.getLogger(SmsSending.class.getName());

  /** The last one holds for all further tries: a code is dropped when it can no longer be used. */
  private static final Backoff AGAIN =
      Backoff.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8),
          Duration.ofSeconds(15));

  /** A message that cannot even be made so often never will be. */
  private static final int MOST_FAILURES = 5;

  private final SmsDispatch dispatch;
  private final SmsGateways gateways;
  private final GatewayPace pace;
  private final SmsMetrics metrics;

  @Inject
  SmsSending(SmsDispatch dispatch, SmsGateways gateways, GatewayPace pace, SmsMetrics metrics) {
    this.dispatch = dispatch;
    this.gateways = gateways;
    this.pace = pace;
    this.metrics = metrics;
  }

  @Override
  public List<TakenSms> take(int most) {
    return gateways.areWorking() ? dispatch.take(most) : List.of();
  }

  @Override
  public void send(TakenSms taken) {
    Set<String> tried = new HashSet<>();
    String reason = "No gateway is ready";
    boolean isRefusedByAll = true;
    TakenSms still = taken;
    for (Optional<RunningGateway> next = gateways.next(tried);
        next.isPresent();
        next = gateways.next(tried)) {
      RunningGateway gateway = next.get();
      tried.add(gateway.name());
      Optional<SmsText> text = begin(still, gateway.name());
      if (text.isEmpty()) {
        return;
      }
      still = still.begun();
      Submission submission = handOver(taken, text.get(), gateway);
      if (submission instanceof Submission.Rejected rejected) {
        reason = rejected.reason();
      } else if (submission instanceof Submission.NotSent notSent) {
        reason = notSent.reason();
        isRefusedByAll = false;
      } else if (submission instanceof Submission.Throttled) {
        reason = "Too many at once";
        isRefusedByAll = false;
      } else {
        return;
      }
    }
    if (isRefusedByAll && !tried.isEmpty() && gateways.areAllIn(tried)) {
      dispatch.setAside(taken, reason);
    } else {
      int tries = Math.min(taken.attempts() + 1, AGAIN.waits().size());
      dispatch.later(taken, AGAIN.after(tries).orElse(AGAIN.longest()), reason);
    }
  }

  /** What cannot even be made, again and again, is set aside, so that it can be looked at. */
  private Optional<SmsText> begin(TakenSms taken, String gateway) {
    try {
      return dispatch.begin(taken, gateway);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Message " + taken.id() + " could not be made", e);
      if (taken.attempts() + 1 >= MOST_FAILURES) {
        dispatch.setAside(taken, "It could not be made; the log says why");
      } else {
        dispatch.failed(taken, AGAIN.longest());
      }
      return Optional.empty();
    }
  }

  /** What became of it; what ends its way is noted. */
  private Submission handOver(TakenSms taken, SmsText text, RunningGateway gateway) {
    if (!(text instanceof SmsText.Wanted wanted)) {
      return seemToHandOver(taken, gateway);
    }
    long began = System.nanoTime();
    Submission submission = gateway.submit(taken.id(), wanted.message());
    Duration time = Duration.ofNanos(System.nanoTime() - began);
    pace.note(gateway.name(), submission, time);
    metrics.submitted(gateway.name(), submission, time);
    if (submission instanceof Submission.Accepted accepted) {
      dispatch.sent(taken, gateway.name(), accepted.messageId());
    } else if (submission instanceof Submission.InDoubt doubt) {
      dispatch.doubt(taken, gateway.name(), doubt.reason());
    }
    return submission;
  }

  private Submission seemToHandOver(TakenSms taken, RunningGateway gateway) {
    Fate fate = pace.newest(gateway.name());
    if (fate.submission() instanceof Submission.Accepted) {
      dispatch.suppress(taken, fate.taken(), false);
    } else if (fate.submission() instanceof Submission.InDoubt) {
      dispatch.suppress(taken, fate.taken(), true);
    }
    return fate.submission();
  }
}
