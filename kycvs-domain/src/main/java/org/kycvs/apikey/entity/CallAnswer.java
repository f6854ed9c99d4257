package org.kycvs.apikey.entity;

import java.util.Map;

/**
 * What a call is answered with, whole, so that the same can be sent again.
 *
 * @param status the HTTP status
 * @param headers those that belong to the answer itself, such as {@code Location}
 * @param mediaType what the body is
 * @param body its bytes
 * @param replay what the same call is answered with when it is sent again
 */
public record CallAnswer(
    int status, Map<String, String> headers, String mediaType, byte[] body, Replay replay) {
  private static final int TOO_MANY = 429;
  private static final int FIRST_FAULT = 500;

  /** What a call is answered with when it is sent again. */
  public enum Replay {
    /** With the same bytes. */
    SAME,
    /** With what is to be seen by then; the first answer's bytes are not kept. */
    MADE_ANEW,
    /** Not at all: the answer showed a secret, and is not kept. */
    REFUSED
  }

  /** One that is sent again as it is. */
  public CallAnswer(int status, Map<String, String> headers, String mediaType, byte[] body) {
    this(status, headers, mediaType, body, Replay.SAME);
  }

  /** One that may show less when it is sent again: it is made anew then. */
  public CallAnswer madeAnew() {
    return new CallAnswer(status, headers, mediaType, body, Replay.MADE_ANEW);
  }

  /** One that shows a secret, and is never sent again. */
  public CallAnswer shownOnce() {
    return new CallAnswer(status, headers, mediaType, body, Replay.REFUSED);
  }

  /** Whether it is the call's last word. 429 and 5xx say to come again, so they are not kept. */
  public boolean isFinal() {
    return status != TOO_MANY && status < FIRST_FAULT;
  }

  @Override
  public String toString() {
    return "CallAnswer(" + status + ")";
  }
}
