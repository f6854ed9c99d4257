package org.kycvs.registry.control.names;

import java.util.ArrayList;
import java.util.List;

/**
 * The sounds that names are compared by. A place in a word is a set of sounds, kept as the bits of
 * an {@code int}: what its writing leaves open, like the Bengali letter that is b or v.
 *
 * <p>Not told apart, since Indian spellings do not: long and short vowels, dental and retroflex, w
 * and v, and most aspirates. {@code K B P} are aspirates at the beginning of a word, where Khan is
 * not Kan; {@code S} is sh. {@code A I U} are vowels that are certainly long, which Urdu never
 * leaves unwritten; a small letter may be either.
 */
final class Sounds {
  private static final String LETTERS = "aeiouAIUkKgcjztdnpPfbBmyrlvsSh";

  /** Not spoken by everybody, or not written by everybody. */
  static final int OPTIONAL = 1 << 30;

  /** A vowel that nobody wrote: the short a within an Indic consonant, or one that may be it. */
  static final int INHERENT = 1 << 31;

  static final int A = of("a");
  static final int E = of("e");
  static final int I = of("i");
  static final int O = of("o");
  static final int U = of("u");
  static final int Y = of("y");
  static final int V = of("v");
  static final int N = of("n");
  static final int D = of("d");
  static final int R = of("r");
  static final int H = of("h");

  /** What Urdu may leave unwritten. */
  static final int SHORT = of("aeiou") & ~of("AIU");

  static final int VOWELS = of("aeiou");
  static final int SONORANTS = of("nmyrlv");
  static final int EVERY = of(LETTERS);

  private Sounds() {}

  private static int of(String letters) {
    int set = 0;
    for (int i = 0; i < letters.length(); i++) {
      int bit = LETTERS.indexOf(letters.charAt(i));
      if (bit < 0) {
        throw new IllegalArgumentException("No such sound: " + letters.charAt(i));
      }
      set |= 1 << bit;
      int certainlyLong = LETTERS.indexOf(Character.toUpperCase(letters.charAt(i)));
      set |= bit < 5 && certainlyLong >= 0 ? 1 << certainlyLong : 0;
    }
    return set;
  }

  static boolean isVowel(int place) {
    return (place & EVERY & ~VOWELS) == 0 && (place & VOWELS) != 0;
  }

  static boolean isConsonant(int place) {
    return (place & VOWELS) == 0;
  }

  static boolean isOptional(int place) {
    return (place & OPTIONAL) != 0;
  }

  /**
   * Reads the notation of the tables: a letter a sound, {@code [bv]} one of several, {@code <a>} an
   * inherent vowel, {@code ?} after what may be left out, a lone {@code .} nothing at all.
   *
   * @throws IllegalArgumentException if it is none
   */
  static List<Integer> parse(String notation) {
    List<Integer> places = new ArrayList<>();
    int at = 0;
    while (at < notation.length() && !notation.equals(".")) {
      char letter = notation.charAt(at);
      if (letter == '?') {
        places.set(places.size() - 1, places.get(places.size() - 1) | OPTIONAL);
        at++;
      } else if (letter == '[' || letter == '<') {
        int close = notation.indexOf(letter == '[' ? ']' : '>', at);
        if (close < 0) {
          throw new IllegalArgumentException("Not closed: " + notation);
        }
        places.add(of(notation.substring(at + 1, close)) | (letter == '<' ? INHERENT : 0));
        at = close + 1;
      } else {
        places.add(of(String.valueOf(letter)));
        at++;
      }
    }
    return List.copyOf(places);
  }
}
