package org.kycvs.registry.control.names;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which words of two names agree, all worked out beforehand: each word with each, and each row of
 * two or three words that is written as one on the other side ("Ram Kumar", "Ramkumar").
 */
final class Agreement {
  /** Words of a row that may be written as one. */
  static final int LONGEST_ROW = 3;

  private final int ours;
  private final int theirs;
  private final boolean[][][] full;
  private final boolean[][][] fullReversed;
  private final boolean[][] abbreviated;

  private Agreement(
      int ours,
      int theirs,
      boolean[][][] full,
      boolean[][][] fullReversed,
      boolean[][] abbreviated) {
    this.ours = ours;
    this.theirs = theirs;
    this.full = full;
    this.fullReversed = fullReversed;
    this.abbreviated = abbreviated;
  }

  static Agreement of(List<Word> ours, List<Word> theirs) {
    boolean[][] abbreviated = new boolean[ours.size()][theirs.size()];
    for (int i = 0; i < ours.size(); i++) {
      for (int j = 0; j < theirs.size(); j++) {
        abbreviated[i][j] = ours.get(i).abbreviates(theirs.get(j));
      }
    }
    return new Agreement(
        ours.size(), theirs.size(), rows(ours, theirs), rows(theirs, ours), abbreviated);
  }

  /** The same, seen from the other name. */
  Agreement reversed() {
    boolean[][] turned = new boolean[theirs][ours];
    for (int i = 0; i < ours; i++) {
      for (int j = 0; j < theirs; j++) {
        turned[j][i] = abbreviated[i][j];
      }
    }
    return new Agreement(theirs, ours, fullReversed, full, turned);
  }

  int ours() {
    return ours;
  }

  int theirs() {
    return theirs;
  }

  /** Whether our row of words is their one word. */
  boolean rowIs(int from, int length, int their) {
    return full[length - 1][from][their];
  }

  /** Whether our one word is their row of words. */
  boolean isRow(int our, int from, int length) {
    return fullReversed[length - 1][from][our];
  }

  /** Whether one of the two words is an initial that the other may begin with. */
  boolean abbreviates(int our, int their) {
    return abbreviated[our][their];
  }

  /** By length of the row less one, place of the row, and place of the one word. */
  private static boolean[][][] rows(List<Word> rows, List<Word> ones) {
    boolean[][][] agree = new boolean[LONGEST_ROW][rows.size()][ones.size()];
    for (int length = 1; length <= LONGEST_ROW; length++) {
      for (int from = 0; from + length <= rows.size(); from++) {
        List<Word> row = rows.subList(from, from + length);
        @Nullable Word word = length == 1 ? row.get(0) : Word.joined(row);
        for (int one = 0; word != null && one < ones.size(); one++) {
          agree[length - 1][from][one] = word.fits(ones.get(one));
        }
      }
    }
    return agree;
  }
}
