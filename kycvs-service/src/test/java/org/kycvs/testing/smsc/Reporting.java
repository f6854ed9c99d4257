package org.kycvs.testing.smsc;

import java.time.Duration;

/**
 * How and when the centre reports what became of messages.
 *
 * @param form how reports are written
 * @param time when
 * @param delay how long after the answer, if {@code LATER}
 * @param state the word of appendix B, such as {@code DELIVRD}
 * @param withReference whether they carry {@code user_message_reference} back
 */
public record Reporting(Form form, Time time, Duration delay, String state, boolean withReference) {

  /** How reports are written. */
  public enum Form {
    /** As text only, as in appendix B. */
    TEXT,
    /** In optional parameters only. */
    PARAMETERS
  }

  /** When reports are sent. */
  public enum Time {
    /** Before the answer to the message. */
    BEFORE_ANSWER,
    /** After it, in another order than the messages'. */
    LATER,
    /** Never. */
    NEVER
  }

  /** None. */
  public static final Reporting NONE =
      new Reporting(Form.TEXT, Time.NEVER, Duration.ZERO, "", false);

  /** Delivered, soon after the answer. */
  public static Reporting soon(Form form) {
    return new Reporting(form, Time.LATER, Duration.ofMillis(20), "DELIVRD", true);
  }

  /** The same with another state. */
  public Reporting state(String other) {
    return new Reporting(form, time, delay, other, withReference);
  }

  /** The same at another time. */
  public Reporting at(Time other) {
    return new Reporting(form, other, delay, state, withReference);
  }
}
