package org.kycvs.registry.control.names;

import static org.kycvs.registry.control.names.Sounds.VOWELS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which words stand for a name by its first letter, and how that name then begins. Besides a single
 * letter, an Indic syllable with a full stop is one, and so is the spelled name of a Latin letter
 * ("एस." for S.); without a full stop both are taken for words.
 */
final class Initials {
  private static final Map<String, String> SPELLED = spelled();

  private Initials() {}

  /** The letters of the initial that this word is, or null if it is a word. */
  static @Nullable String of(String folded, boolean fullStop) {
    if (fullStop && SPELLED.containsKey(folded)) {
      return SPELLED.get(folded);
    }
    boolean oneLetter = folded.codePoints().filter(Character::isLetter).count() == 1;
    boolean marked = folded.codePoints().count() > 1;
    return oneLetter && (fullStop || !marked) ? folded : null;
  }

  /** How a name with this initial begins. A consonant's unwritten vowel is no part of it. */
  static Pronunciation spoken(String letters, WritingSystem system) {
    if (system == WritingSystem.LATIN) {
      return new Pronunciation(
          Sounds.parse(latin(letters.charAt(0))).stream().mapToInt(Integer::intValue).toArray());
    }
    int[] places = system.sounds(letters);
    boolean unwritten =
        places.length > 1
            && letters.codePoints().count() == 1
            && (places[places.length - 1] & VOWELS) != 0;
    return new Pronunciation(unwritten ? new int[] {places[0]} : places);
  }

  private static String latin(char letter) {
    return switch (letter) {
      case 'b' -> "[bB]";
      case 'c' -> "[cks]";
      case 'k' -> "[kK]";
      case 'q' -> "k";
      case 's' -> "[sS]";
      case 'w' -> "v";
      case 'x' -> "[zsS]";
      default -> letter >= 'a' && letter <= 'z' ? String.valueOf(letter) : ".";
    };
  }

  private static Map<String, String> spelled() {
    Map<String, String> letters = new HashMap<>();
    for (List<String> line : NameData.lines("letters.txt")) {
      line.stream().skip(1).forEach(word -> letters.put(Folding.fold(word), line.get(0)));
    }
    return Map.copyOf(letters);
  }
}
