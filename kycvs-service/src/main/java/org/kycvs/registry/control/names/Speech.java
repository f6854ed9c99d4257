package org.kycvs.registry.control.names;

import static org.kycvs.registry.control.names.Sounds.A;
import static org.kycvs.registry.control.names.Sounds.D;
import static org.kycvs.registry.control.names.Sounds.E;
import static org.kycvs.registry.control.names.Sounds.EVERY;
import static org.kycvs.registry.control.names.Sounds.H;
import static org.kycvs.registry.control.names.Sounds.I;
import static org.kycvs.registry.control.names.Sounds.INHERENT;
import static org.kycvs.registry.control.names.Sounds.N;
import static org.kycvs.registry.control.names.Sounds.O;
import static org.kycvs.registry.control.names.Sounds.OPTIONAL;
import static org.kycvs.registry.control.names.Sounds.R;
import static org.kycvs.registry.control.names.Sounds.SHORT;
import static org.kycvs.registry.control.names.Sounds.SONORANTS;
import static org.kycvs.registry.control.names.Sounds.U;
import static org.kycvs.registry.control.names.Sounds.V;
import static org.kycvs.registry.control.names.Sounds.Y;
import static org.kycvs.registry.control.names.Sounds.isConsonant;
import static org.kycvs.registry.control.names.Sounds.isOptional;
import static org.kycvs.registry.control.names.Sounds.isVowel;

import java.util.Arrays;
import org.kycvs.registry.control.names.WritingSystem.FinalA;

/**
 * Makes the pronunciation of a word from the sounds of its letters: which unwritten vowels are
 * said, and what neighbours do to each other. The same rules for every script, so that it does not
 * matter which of two words was written in which.
 */
final class Speech {
  private int[] places;

  private Speech(int[] places) {
    this.places = places;
  }

  /** How a word of this script, in its folded form, is spoken. */
  static Pronunciation of(WritingSystem system, String folded) {
    Speech speech = spoken(system, folded);
    speech.shortenDoubles();
    return new Pronunciation(speech.places);
  }

  /**
   * How words written as one are spoken: each letter counts, so that Manish Shah, joined, is not
   * Manisha.
   */
  static Pronunciation ofJoined(WritingSystem system, String folded) {
    return new Pronunciation(spoken(system, folded).places);
  }

  private static Speech spoken(WritingSystem system, String folded) {
    Speech speech = new Speech(system.sounds(folded));
    if (system == WritingSystem.ARABIC) {
      speech.openBetweenConsonants();
    } else {
      speech.decideFinalA(system.finalA());
      if (system.dropsMiddleA()) {
        speech.allowSilentMiddleA();
      }
    }
    speech.joinVowels();
    speech.colourBeforeH();
    speech.endLikeIndra();
    if (system == WritingSystem.LATIN) {
      speech.endLikeShankar();
    }
    return speech;
  }

  /** Urdu: any vowel, or none, between two letters that may both be consonants. */
  private void openBetweenConsonants() {
    int[] open = new int[places.length * 2];
    int length = 0;
    for (int i = 0; i < places.length; i++) {
      if (i > 0 && !isVowel(places[i - 1]) && !isVowel(places[i])) {
        open[length++] = SHORT | OPTIONAL;
      }
      open[length++] = places[i];
    }
    places = Arrays.copyOf(open, length);
  }

  private void decideFinalA(FinalA finalA) {
    int last = places.length - 1;
    if (finalA == FinalA.SPOKEN
        || last < 2
        || (places[last] & INHERENT) == 0
        || !vowelBefore(last)) {
      return;
    }
    if (finalA == FinalA.EITHER) {
      places[last] |= OPTIONAL;
      return;
    }
    boolean cluster = isConsonant(places[last - 2]);
    boolean easilySaid = easilySaid(places[last - 2], places[last - 1]);
    if (!cluster || (easilySaid && finalA == FinalA.SILENT)) {
      places = Arrays.copyOf(places, last);
    } else {
      places[last] |= OPTIONAL;
    }
  }

  /**
   * Two consonants that can end a word: Anand, Harsh, Garg, but not Gupt(a), Mishr(a), Dharm(a).
   */
  private static boolean easilySaid(int first, int second) {
    return (first & EVERY & ~SONORANTS) == 0 && (second & SONORANTS) == 0;
  }

  private boolean vowelBefore(int end) {
    for (int i = 0; i < end; i++) {
      if (isVowel(places[i])) {
        return true;
      }
    }
    return false;
  }

  /**
   * Kamala is Kamla: a short a after one consonant, with another vowel to come, may be silent; but
   * not before y, since Tanaya is not Tanya.
   */
  private void allowSilentMiddleA() {
    boolean vowelToCome = false;
    for (int i = places.length - 1; i >= 2; i--) {
      boolean silent =
          vowelToCome
              && (places[i] & INHERENT) != 0
              && isConsonant(places[i - 1])
              && isVowel(places[i - 2])
              && isConsonant(places[i + 1])
              && (places[i + 1] & Y) == 0;
      vowelToCome |= isVowel(places[i]) && !isOptional(places[i]);
      if (silent) {
        places[i] |= OPTIONAL;
      }
    }
  }

  /** After a vowel i is y and u is v, as in Nair and Kaur. */
  private void joinVowels() {
    for (int i = 1; i < places.length; i++) {
      int before = places[i - 1];
      boolean vowelFollows = i + 1 < places.length && isVowel(places[i + 1]);
      if (places[i] == Y && isGlide(before)) {
        places[i] |= OPTIONAL;
      } else if (isVowel(before) && only(places[i], I | Y)) {
        // Between i and a vowel it is hardly heard: Maria, Mariya.
        places[i] |= I | Y | ((before & I) != 0 && vowelFollows ? OPTIONAL : 0);
      } else if (only(before, A | O | E) && only(places[i], U | O)) {
        places[i] |= V;
      }
    }
  }

  private static boolean isGlide(int place) {
    return (place & EVERY) == (I | Y);
  }

  /** Mehta is Mahta: a before h and a consonant is often heard, and written, as e. */
  private void colourBeforeH() {
    for (int i = 0; i + 2 < places.length; i++) {
      int next = isOptional(places[i + 2]) && i + 3 < places.length ? i + 3 : i + 2;
      boolean closed = only(places[i + 1], H) && isConsonant(places[next]);
      if (only(places[i], A | E) && closed) {
        places[i] |= A | E;
      }
    }
  }

  /** Rajendra, Rajinder, Rajender: one ending, in whatever script; but Indira is not Indra. */
  private void endLikeIndra() {
    int[] at = new int[3];
    int found = 0;
    int i = places.length - 1;
    boolean finalA = i >= 0 && only(places[i], A | O);
    if (finalA) {
      i--;
    }
    for (int wanted : new int[] {R, D, N}) {
      if (wanted == D && !finalA && i >= 0 && only(places[i], A | E | I | O)) {
        i--;
      }
      if (wanted == N && i >= 0 && isOptional(places[i]) && isVowel(places[i])) {
        i--;
      }
      if (i < 0 || (places[i] & wanted) == 0) {
        return;
      }
      at[found++] = i--;
    }
    if (i < 0 || isOptional(places[i]) || !isVowel(places[i]) || (places[i] & (E | I)) == 0) {
      return;
    }
    int[] ended = Arrays.copyOf(places, i + 4);
    ended[i] |= E | I;
    for (int k = 0; k < at.length; k++) {
      ended[i + 1 + k] = places[at[at.length - 1 - k]];
    }
    places = ended;
  }

  /** Shanker is Shankar, after two consonants. */
  private void endLikeShankar() {
    int last = places.length - 1;
    if (last >= 3
        && only(places[last], R)
        && only(places[last - 1], A | E)
        && !isVowel(places[last - 2])
        && !isVowel(places[last - 3])) {
      places[last - 1] |= A | E;
    }
  }

  /** A doubled letter is one, or two. */
  private void shortenDoubles() {
    for (int i = 1; i < places.length; i++) {
      if (places[i] == places[i - 1] && !isOptional(places[i])) {
        places[i] |= OPTIONAL;
        i++;
      }
    }
  }

  private static boolean only(int place, int sounds) {
    return (place & EVERY & ~sounds) == 0 && (place & sounds) != 0;
  }
}
