package org.kycvs.client;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Sends a call until it is answered, or its time is over. */
final class Calls {
  private static final Logger LOG = System.getLogger("org.kycvs.client");

  private final Wire wire;
  private final Patience patience;
  private final Pace pace;

  Calls(Wire wire, Patience patience, Pace pace) {
    this.wire = wire;
    this.patience = patience;
    this.pace = pace;
  }

  /**
   * The final answer.
   *
   * @throws ProblemException if the server was not able to until the end
   * @throws NoAnswerException if nobody answered until the end, or the thread was interrupted
   * @throws UnexpectedAnswerException if somebody else answered
   */
  Answered make(Call call) {
    long end = pace.nanos() + patience.call().toNanos();
    boolean mayBeDone = false;
    for (int attempts = 1; ; attempts++) {
      Verdict verdict = attempt(call, attempts, end);
      if (verdict instanceof Verdict.Done done) {
        return new Answered(
            done.reply(), done.document(), done.problem(), new Effort(call, attempts, mayBeDone));
      }
      if (verdict instanceof Verdict.Hopeless hopeless) {
        throw new UnexpectedAnswerException(
            hopeless.why(), new Effort(call, attempts, mayBeDone || hopeless.mayBeDone()));
      }
      Verdict.Again again = (Verdict.Again) verdict;
      mayBeDone |= again.mayBeDone();
      Effort effort = new Effort(call, attempts, mayBeDone);
      Duration pause =
          again
              .pause()
              .filter(asked -> !asked.isZero()) // "at once" would be without end
              .map(asked -> patience.pauseAsked(asked, pace.chance()))
              .orElseGet(() -> patience.pauseAfter(effort.attempts(), pace.chance()));
      if (pause.toNanos() >= end - pace.nanos()) {
        throw surrender(again, effort);
      }
      LOG.log(
          Level.INFO,
          "{0}: attempt {1} in {2} ms, because of {3}",
          call.name(),
          attempts + 1,
          pause.toMillis(),
          again.because());
      pause(pause, effort);
    }
  }

  private Verdict attempt(Call call, int attempts, long end) {
    Duration left = Duration.ofNanos(Math.max(1, end - pace.nanos()));
    try {
      Duration time = left.compareTo(patience.attempt()) < 0 ? left : patience.attempt();
      return Verdict.of(call, wire.send(call, time));
    } catch (IOException e) {
      return Verdict.of(e);
    } catch (InterruptedException e) {
      throw interrupted(new Effort(call, attempts, true), e);
    }
  }

  private void pause(Duration pause, Effort effort) {
    try {
      pace.sleep(pause);
    } catch (InterruptedException e) {
      throw interrupted(effort, e);
    }
  }

  private static NoAnswerException interrupted(Effort effort, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new NoAnswerException("the thread was interrupted", effort, e);
  }

  private static KycVsException surrender(Verdict.Again last, Effort effort) {
    return last.problem().isPresent()
        ? new ProblemException(last.problem().get(), effort)
        : new NoAnswerException(
            "the last was " + last.because(), effort, last.failure().orElse(null));
  }
}
