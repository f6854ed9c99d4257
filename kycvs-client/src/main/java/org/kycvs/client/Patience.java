package org.kycvs.client;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param connect to be connected, 5 seconds unless said otherwise
 * @param attempt from sending a call once to the end of its answer, 15 seconds
 * @param call all attempts at a call and the pauses between them, 60 seconds
 * @param firstPause the longest pause before the second attempt, a second; it doubles each time
 * @param longestPause the longest pause between attempts, unless the server asks for more; 30
 *     seconds
 */
record Patience(
    Duration connect, Duration attempt, Duration call, Duration firstPause, Duration longestPause) {
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 20;

  /** Before it stands what it is checked by. */
  static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30));

  Patience {
    check("connect", connect);
    check("attempt", attempt);
    check("call", call);
    check("first pause", firstPause);
    check("longest pause", longestPause);
    refuseLonger("attempt", attempt, "call", call);
    refuseLonger("first pause", firstPause, "longest pause", longestPause);
  }

  /**
   * Full jitter: anything up to a ceiling that doubles, so that many clients do not come at once.
   */
  Duration pauseAfter(int attempts, double chance) {
    Duration ceiling = firstPause.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    return part(ceiling.compareTo(longestPause) < 0 ? ceiling : longestPause, chance);
  }

  /** What the server asked for, and some chance on top; never less. */
  Duration pauseAsked(Duration wait, double chance) {
    return wait.plus(part(wait.compareTo(firstPause) < 0 ? wait : firstPause, chance));
  }

  private static Duration part(Duration whole, double chance) {
    return Duration.ofNanos((long) (whole.toNanos() * chance));
  }

  private static void check(String name, Duration time) {
    if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The time for " + name + " is " + time + "; from a millisecond to an hour is allowed.");
    }
  }

  private static void refuseLonger(String name, Duration time, String other, Duration most) {
    if (time.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "The time for "
              + name
              + " ("
              + time
              + ") is longer than that for "
              + other
              + " ("
              + most
              + ").");
    }
  }
}
