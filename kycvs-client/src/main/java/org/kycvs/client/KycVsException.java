package org.kycvs.client;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call did not come to one of its expected ends. */
public abstract sealed class KycVsException extends RuntimeException
    permits ProblemException, NoAnswerException, UnexpectedAnswerException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Effort effort;

  KycVsException(String message, Effort effort, @Nullable Throwable cause) {
    super(message, cause);
    this.effort = effort;
  }

  /**
   * Whether what was called for may have been done although nobody said so: an attempt's answer was
   * lost, or the server failed in the middle. If so, go on with the same {@link #idempotencyKey},
   * or read with {@link KycVsClient#get} or {@link KycVsClient#list} what became of it.
   */
  public boolean mayBeDone() {
    return effort.mayBeDone();
  }

  /**
   * The key that the call was made with, to make it again without doing it twice; empty for calls
   * that take none.
   */
  public Optional<IdempotencyKey> idempotencyKey() {
    return effort.call().key();
  }

  /** How often the call was sent, at least once. */
  public int attempts() {
    return effort.attempts();
  }
}
