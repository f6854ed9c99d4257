package org.kycvs.registry.control.names;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.kycvs.registry.entity.PersonName;

/**
 * Says whether a name as typed is a registered name, in whatever spelling, order and script. A name
 * fits if
 *
 * <ul>
 *   <li>every word of either is a word of the other, or an initial of one, and at least one agrees
 *       in full;
 *   <li>or the given and the family name agree in full, and only one of the two names has more
 *       words than that which the other lacks;
 *   <li>or it is the given name alone, never the family name alone.
 * </ul>
 *
 * <p>Words agree if they sound alike as far as their scripts tell, or are known as spellings of one
 * name. In doubt a name does not fit: somebody else in the household must never be taken for the
 * person. A name without letters fits nobody.
 *
 * <p>Any text is allowed; the work is bounded by the square of its length.
 */
public final class NameMatcher {
  private final List<Word> typed;
  private final List<List<Word>> readings;

  private NameMatcher(PersonName typed) {
    this.typed = NameWords.of(typed.written());
    this.readings = Honorifics.LOADED.readings(this.typed);
  }

  /** A matcher for one name as somebody typed it, to be asked about each registered name. */
  public static NameMatcher of(PersonName typed) {
    return new NameMatcher(typed);
  }

  /** Whether the typed name is this registered one. */
  public boolean fits(PersonName registered) {
    List<Word> words = NameWords.of(registered.written());
    if (isWrittenAs(words)) {
      return true;
    }
    List<List<Word>> theirs = Honorifics.LOADED.readings(words);
    return readings.stream().anyMatch(mine -> theirs.stream().anyMatch(other -> fit(mine, other)));
  }

  private boolean isWrittenAs(List<Word> words) {
    if (words.size() != typed.size() || readings.stream().anyMatch(List::isEmpty)) {
      return false;
    }
    boolean anyInFull = false;
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).isWritten(typed.get(i))) {
        return false;
      }
      anyInFull |= !words.get(i).isInitial();
    }
    return anyInFull;
  }

  private static boolean fit(List<Word> typed, List<Word> registered) {
    if (!mayPair(typed) || !mayPair(registered)) {
      return false;
    }
    Agreement agreement = Agreement.of(typed, registered);
    NameParts parts = NameParts.of(registered);
    return fitsWholly(typed, agreement)
        || fitsWithoutMiddle(NameParts.of(typed), agreement)
        || fitsWithoutMiddle(parts, agreement.reversed())
        || parts.givenNames(registered).stream().anyMatch(given -> isGivenName(typed, given));
  }

  private static boolean mayPair(List<Word> words) {
    return !words.isEmpty() && words.size() <= Pairing.MOST_WORDS;
  }

  /** Each word pairs, and at least one of them in full. */
  private static boolean fitsWholly(List<Word> typed, Agreement agreement) {
    return IntStream.range(0, typed.size())
        .filter(i -> !typed.get(i).isInitial())
        .anyMatch(i -> Pairing.exists(agreement, only(i), new BitSet()));
  }

  private static boolean fitsWithoutMiddle(NameParts parts, Agreement agreement) {
    return !parts.middle().isEmpty()
        && Pairing.exists(agreement, only(parts.given(), parts.family()), parts.middle());
  }

  private static boolean isGivenName(List<Word> typed, List<Word> given) {
    BitSet all = new BitSet();
    all.set(0, typed.size());
    return Pairing.exists(Agreement.of(typed, given), all, new BitSet());
  }

  private static BitSet only(int... words) {
    BitSet set = new BitSet();
    Arrays.stream(words).forEach(set::set);
    return set;
  }
}
