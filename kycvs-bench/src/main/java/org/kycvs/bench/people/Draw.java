package org.kycvs.bench.people;

import java.util.SplittableRandom;

/** Draws a number from 0, each as often as its percentage says. */
final class Draw {
  private static final int PERCENT = 100;

  private final int[] byTicket = new int[PERCENT];

  /** With the percentages of 0, 1, …; they make a hundred. */
  Draw(int... percentages) {
    int ticket = 0;
    for (int number = 0; number < percentages.length; number++) {
      for (int i = 0; i < percentages[number]; i++) {
        byTicket[ticket++] = number;
      }
    }
    if (ticket != PERCENT) {
      throw new IllegalArgumentException(ticket + " percent");
    }
  }

  int next(SplittableRandom random) {
    return byTicket[random.nextInt(PERCENT)];
  }
}
