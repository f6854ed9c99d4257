package org.kycvs.registry.control.names;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which word of a name is the given and which the family name, by its place; a word known as a
 * family name may stand first. Where that cannot be told, a part is -1.
 *
 * @param given the word that the person goes by, never an initial
 * @param family the family name, never the given name
 * @param middle the words without which it is still the person's name
 */
record NameParts(int given, int family, BitSet middle) {
  private static final KnownNames KNOWN = KnownNames.LOADED;

  static NameParts of(List<Word> words) {
    List<Integer> candidates =
        IntStream.range(0, words.size())
            .filter(i -> !words.get(i).isInitial() && !KNOWN.isCourtesy(words.get(i)))
            .boxed()
            .toList();
    if (candidates.isEmpty()) {
      return new NameParts(-1, -1, new BitSet());
    }
    if (candidates.size() == 1) {
      return new NameParts(candidates.get(0), -1, new BitSet());
    }
    int first = candidates.get(0);
    int last = candidates.get(candidates.size() - 1);
    boolean lastIsKnown = KNOWN.isFamilyName(words.get(last));
    int family = KNOWN.isFamilyName(words.get(first)) && !lastIsKnown ? first : last;
    List<Integer> others = candidates.stream().filter(i -> i != family).toList();
    for (int i : others) {
      if (!KNOWN.isPrefix(words.get(i)) && !KNOWN.isFamilyName(words.get(i))) {
        return new NameParts(i, family, middle(words, i, family));
      }
    }
    return withPrefixesOnly(words, others, family);
  }

  /** Mohammed Yadav is Mohammed; Mohammed Imran is Imran; of Das Sharma we cannot say. */
  private static NameParts withPrefixesOnly(List<Word> words, List<Integer> others, int family) {
    boolean anyPrefix = KNOWN.isPrefix(words.get(others.get(0)));
    if (!anyPrefix) {
      return new NameParts(-1, family, new BitSet());
    }
    return KNOWN.isFamilyName(words.get(family))
        ? new NameParts(others.get(0), family, new BitSet())
        : new NameParts(family, -1, new BitSet());
  }

  /** Neither the second half of the given name, nor a name once more: Meena Meena Ansari. */
  private static BitSet middle(List<Word> words, int given, int family) {
    BitSet middle = new BitSet();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      boolean secondHalf =
          i == given + 1 && !word.isInitial() && KNOWN.isFirstHalf(words.get(given));
      boolean again = word.fits(words.get(given)) || word.fits(words.get(family));
      middle.set(i, !secondHalf && !again);
    }
    return middle;
  }

  /**
   * The rows of words, any of which is the given name alone: with its prefix, with its courtesy.
   */
  List<List<Word>> givenNames(List<Word> words) {
    if (given < 0) {
      return List.of();
    }
    int before = given > 0 && KNOWN.isPrefix(words.get(given - 1)) ? given - 1 : given;
    int end = given + 1;
    int after = end < words.size() && KNOWN.isCourtesy(words.get(end)) ? end + 1 : end;
    return List.of(
        words.subList(given, end), words.subList(before, end), words.subList(given, after));
  }
}
