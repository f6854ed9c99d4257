package org.kycvs.registry.control.names;

import java.util.BitSet;

/**
 * Tries to pair the words of two names, in any order. A word pairs with one word, or with a row of
 * words if it is these written as one.
 *
 * <p>The work is bounded: each of at most {@value #MOST_WORDS} words is tried at most once with
 * each set of the other name's words that are taken already.
 */
final class Pairing {
  /** Longer names are not taken apart. */
  static final int MOST_WORDS = 10;

  private final Agreement agreement;
  private final BitSet inFull;
  private final BitSet omissible;
  private final BitSet[] failed;

  private Pairing(Agreement agreement, BitSet inFull, BitSet omissible) {
    this.agreement = agreement;
    this.inFull = inFull;
    this.omissible = omissible;
    this.failed = new BitSet[agreement.ours()];
    for (int i = 0; i < failed.length; i++) {
      failed[i] = new BitSet();
    }
  }

  /**
   * Whether all words pair, but for those of ours that may be left out.
   *
   * @param inFull our words that an initial is not enough for
   * @param omissible our words that may be left out
   */
  static boolean exists(Agreement agreement, BitSet inFull, BitSet omissible) {
    return new Pairing(agreement, inFull, omissible).from(0, 0);
  }

  private boolean from(int our, int taken) {
    if (our == agreement.ours()) {
      return taken == (1 << agreement.theirs()) - 1;
    }
    if (failed[our].get(taken)) {
      return false;
    }
    boolean paired =
        (omissible.get(our) && from(our + 1, taken))
            || pairsWithOne(our, taken)
            || pairsWithRow(our, taken);
    failed[our].set(taken, !paired);
    return paired;
  }

  private boolean pairsWithOne(int our, int taken) {
    for (int their = 0; their < agreement.theirs(); their++) {
      if ((taken & 1 << their) == 0) {
        int now = taken | 1 << their;
        boolean asInitial = !inFull.get(our) && agreement.abbreviates(our, their);
        if (asInitial && from(our + 1, now)) {
          return true;
        }
        for (int length = 1; length <= rowsFrom(our, agreement.ours()); length++) {
          if (agreement.rowIs(our, length, their) && from(our + length, now)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean pairsWithRow(int our, int taken) {
    for (int their = 0; their < agreement.theirs(); their++) {
      for (int length = 2; length <= rowsFrom(their, agreement.theirs()); length++) {
        int row = ((1 << length) - 1) << their;
        if ((taken & row) == 0
            && agreement.isRow(our, their, length)
            && from(our + 1, taken | row)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int rowsFrom(int from, int size) {
    return Math.min(Agreement.LONGEST_ROW, size - from);
  }
}
