package org.kycvs.registry.control.names;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A word of a name, with its sounds once it is asked for them. It does not print itself. */
final class Word {
  private static final int LONGEST_JOIN = 3;

  private final String letters;
  private final WritingSystem system;
  private final boolean initial;
  private @Nullable Pronunciation spoken;
  // Read-only once it is here; known names are shared by all threads.
  private volatile @Nullable BitSet names;

  private Word(String letters, WritingSystem system, boolean initial) {
    this.letters = letters;
    this.system = system;
    this.initial = initial;
  }

  /** A word that is written out, in its folded form. */
  static Word of(String letters, WritingSystem system) {
    return new Word(letters, system, false);
  }

  /** An initial, whose pronunciation is how the word that it stands for begins. */
  static Word initial(String letters, WritingSystem system) {
    return new Word(letters, system, true);
  }

  boolean isInitial() {
    return initial;
  }

  String letters() {
    return letters;
  }

  WritingSystem system() {
    return system;
  }

  /** Whether both are written out and one name: by sound, or as two known spellings of it. */
  boolean fits(Word other) {
    if (initial || other.initial) {
      return false;
    }
    return isWritten(other) || soundsLike(other) || isOneOf(other.names());
  }

  /** Whether either is an initial and the other may begin with it. */
  boolean abbreviates(Word other) {
    return (initial && isInitialOf(other)) || (other.initial && other.isInitialOf(this));
  }

  /** In Latin letters by the letter, since the same letter begins both; otherwise by the sound. */
  private boolean isInitialOf(Word other) {
    return (system == WritingSystem.LATIN && other.system == system)
        ? other.letters.startsWith(letters)
        : spoken().begins(other.spoken());
  }

  /** Whether one is how the other is spoken; known spellings aside. */
  boolean soundsLike(Word other) {
    return spoken().fits(other.spoken());
  }

  /** All sounds that it may begin with, of {@link Sounds}. */
  int beginning() {
    return spoken().beginning();
  }

  /** Whether it may be a spelling of one of these names, by their numbers in {@link KnownNames}. */
  boolean isOneOf(BitSet knownNames) {
    return names().intersects(knownNames);
  }

  /** Whether letters and script are the same. */
  boolean isWritten(Word other) {
    return system == other.system && letters.equals(other.letters);
  }

  /** The words written as one, or null if these cannot be: initials, or of different scripts. */
  static @Nullable Word joined(List<Word> words) {
    StringBuilder all = new StringBuilder();
    for (Word word : words) {
      if ((word.initial && !word.isElided(words))
          || word.system != words.get(0).system
          || words.size() > LONGEST_JOIN) {
        return null;
      }
      all.append(word.letters);
    }
    String letters = all.toString();
    WritingSystem system = words.get(0).system;
    Word joined = of(letters, system);
    joined.spoken = Speech.ofJoined(system, letters);
    return joined;
  }

  /** Whether this is the first letter of D'Souza or O'Brien, parted from it. */
  private boolean isElided(List<Word> words) {
    return words.get(0) == this && (letters.equals("d") || letters.equals("o"));
  }

  private Pronunciation spoken() {
    if (spoken == null) {
      spoken = initial ? Initials.spoken(letters, system) : Speech.of(system, letters);
    }
    return spoken;
  }

  private BitSet names() {
    BitSet known = names;
    if (known == null) {
      known = KnownNames.LOADED.of(this);
      names = known;
    }
    return known;
  }
}
