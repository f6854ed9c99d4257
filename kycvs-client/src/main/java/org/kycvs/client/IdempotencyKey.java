package org.kycvs.client;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one thing that you want done, so that it is done once however often the call is sent: for
 * 24 hours, in calls of your organisation and mode to the same path, the server gives the first
 * answer again.
 *
 * <p>The client makes one for each call that changes something. Make your own, and write it down
 * before the call, where your program may end in the middle and has to go on after its next start.
 * With another question or code it is {@code idempotency-conflict}: a new thing needs a new key.
 *
 * @param text 1 to 255 visible ASCII characters, none of them a quote at the beginning; no personal
 *     data
 */
public record IdempotencyKey(String text) {
  private static final Pattern FORM = Pattern.compile("[\\x21\\x23-\\x7E][\\x21-\\x7E]{0,254}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if it has another
   */
  public IdempotencyKey {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "An idempotency key has 1 to 255 visible ASCII characters, and does not begin with a"
              + " quote. A random UUID will do.");
    }
  }

  /** A new one: a random UUID. */
  public static IdempotencyKey random() {
    return new IdempotencyKey(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return text;
  }
}
