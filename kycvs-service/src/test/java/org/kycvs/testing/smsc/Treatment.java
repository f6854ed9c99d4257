package org.kycvs.testing.smsc;

/**
 * What the centre does with a message.
 *
 * @param kind the way
 * @param status of a refusal, else 0
 */
public record Treatment(Kind kind, int status) {

  /** The ways. */
  public enum Kind {
    /** Takes it and says so. */
    TAKE,
    /** Answers with a status. */
    REFUSE,
    /** Takes it and never answers. */
    TAKE_SILENTLY,
    /** Ends the connection and forgets it. */
    DROP_BEFORE,
    /** Takes it and ends the connection before the answer. */
    DROP_INSTEAD_OF_ANSWER,
    /** Takes it, says so and ends the connection. */
    DROP_AFTER_ANSWER
  }

  /** As most centres mostly do. */
  public static final Treatment TAKE = new Treatment(Kind.TAKE, 0);

  /** In one of the ways. */
  public static Treatment of(Kind kind) {
    return new Treatment(kind, 0);
  }

  /** Refused with a {@code command_status}. */
  public static Treatment refuse(int status) {
    return new Treatment(Kind.REFUSE, status);
  }
}
