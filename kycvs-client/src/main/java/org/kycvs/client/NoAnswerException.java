package org.kycvs.client;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Nobody answered within the time of the call, however often it was sent, or the thread was
 * interrupted meanwhile (it still is then). {@link #mayBeDone} tells whether the server can have
 * done it; {@link #idempotencyKey} is what to go on with.
 */
public final class NoAnswerException extends KycVsException {
  @Serial private static final long serialVersionUID = 1L;

  NoAnswerException(String why, Effort effort, @Nullable Throwable cause) {
    super(
        effort.call().name()
            + " got no answer in "
            + effort.attempts()
            + (effort.attempts() == 1 ? " attempt: " : " attempts: ")
            + why
            + (effort.mayBeDone()
                ? ". It may have been done; make the same call again with the same idempotency key"
                    + " or read what became of it."
                : ". It was not done."),
        effort,
        cause);
  }
}
