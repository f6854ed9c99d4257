package org.kycvs.apikey.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kycvs.apikey.control.AnswerSecrets;
import org.kycvs.apikey.control.AnswerStore;
import org.kycvs.apikey.control.OnceScope;
import org.kycvs.apikey.control.OnceStanding;
import org.kycvs.apikey.entity.CallAnswer;
import org.kycvs.apikey.entity.OnceCall;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;

/**
 * The door for calls with an API key that may be sent again, in front of {@link KeyedCalls}. A call
 * that has an idempotency key is done once in 24 hours, and its answer is kept in its own
 * transaction: whatever is killed when, either it was done and its answer is there, or neither.
 *
 * <p>What a call returns is kept, refusals that counted something too. What it throws is not: it
 * did nothing. Nor is what says to come again, 429 and 5xx; what such an answer counted, counts.
 */
@ApplicationScoped
public class IdempotentCalls {
  @Inject private KeyedCalls calls;
  @Inject private AnswerSecrets secrets;
  @Inject private AnswerStore answers;
  @Inject private Clock clock;

  /**
   * Makes a call all of whose answers are sent again as they are, unless it was done before.
   *
   * @param once what names the call; without it, it is made each time
   * @throws ProblemException what {@link KeyedCalls#as} throws; {@code idempotency-conflict},
   *     {@code idempotency-in-progress}, {@code already-created}
   */
  public Answered answer(
      PresentedCall presented, Optional<OnceCall> once, Function<KeyActor, CallAnswer> call) {
    return answer(
        presented,
        once,
        call,
        caller -> {
          throw new IllegalStateException("Nobody said how the answer is made anew");
        });
  }

  /**
   * Makes a call some of whose answers are made anew when it is sent again.
   *
   * @param lookAgain makes such an answer; it does nothing but read
   */
  public Answered answer(
      PresentedCall presented,
      Optional<OnceCall> once,
      Function<KeyActor, CallAnswer> call,
      Function<KeyActor, CallAnswer> lookAgain) {
    return calls.as(
        presented,
        caller ->
            once.isPresent()
                ? answer(caller, once.get(), call, lookAgain)
                : new Answered(call.apply(caller), false));
  }

  private Answered answer(
      KeyActor caller,
      OnceCall once,
      Function<KeyActor, CallAnswer> call,
      Function<KeyActor, CallAnswer> lookAgain) {
    OnceScope scope = secrets.scope(caller.organisation(), caller.mode(), once);
    Instant now = clock.instant();
    OnceStanding standing = answers.begin(scope, now);
    if (standing instanceof OnceStanding.Running) {
      throw inProgress();
    }
    if (standing instanceof OnceStanding.Done done) {
      return new Answered(replay(caller, scope, done, lookAgain), true);
    }
    CallAnswer answer = call.apply(caller);
    if (answer.isFinal() && !answers.keep(scope, secrets.seal(scope, answer), now)) {
      throw inProgress();
    }
    return new Answered(answer, false);
  }

  private CallAnswer replay(
      KeyActor caller,
      OnceScope scope,
      OnceStanding.Done done,
      Function<KeyActor, CallAnswer> lookAgain) {
    if (!scope.hasBody(done.bodyHash())) {
      throw new ProblemException(
          ProblemCode.IDEMPOTENCY_CONFLICT,
          "This Idempotency-Key came before, with another body. A new call needs a new one.");
    }
    CallAnswer kept = secrets.open(scope, done.sealedAnswer());
    return switch (kept.replay()) {
      case SAME -> kept;
      case MADE_ANEW -> lookAgain.apply(caller);
      case REFUSED ->
          throw new ProblemException(
              ProblemCode.ALREADY_CREATED,
              "It was done, and its secret was shown then. It is not shown again.");
    };
  }

  /** Rolls back what this call did, if it did anything: another has done it. */
  private static ProblemException inProgress() {
    return new ProblemException(
        ProblemCode.IDEMPOTENCY_IN_PROGRESS,
        "The same call is being made at this moment. Send it again in a second.",
        Map.of("retryAfter", 1));
  }
}
