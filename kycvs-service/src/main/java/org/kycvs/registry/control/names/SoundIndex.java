package org.kycvs.registry.control.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Known words, each with a number, found by how a word is written or spoken. Only those are
 * compared that begin with a sound that the word may begin with.
 */
final class SoundIndex {
  private final Map<String, BitSet> written = new HashMap<>();
  private final Map<Integer, List<Entry>> spoken = new HashMap<>();

  /** Adds a word that is found by its letters in its script. */
  void addWritten(Word word, int number) {
    written.computeIfAbsent(key(word), any -> new BitSet()).set(number);
  }

  /** Adds a word that is found by its letters, and by its sound in whatever script. */
  void addSpoken(Word word, int number) {
    addWritten(word, number);
    Entry entry = new Entry(word, number);
    for (int sound : bits(word.beginning())) {
      spoken.computeIfAbsent(sound, any -> new ArrayList<>()).add(entry);
    }
  }

  /** The numbers of the words that this one is written or spoken like. */
  BitSet numbers(Word word) {
    BitSet numbers = new BitSet();
    numbers.or(written.getOrDefault(key(word), new BitSet()));
    for (int sound : bits(word.beginning())) {
      for (Entry entry : spoken.getOrDefault(sound, List.of())) {
        if (!numbers.get(entry.number()) && word.soundsLike(entry.word())) {
          numbers.set(entry.number());
        }
      }
    }
    return numbers;
  }

  private static String key(Word word) {
    return word.system() + " " + word.letters();
  }

  /** The bits of a set of sounds, one by one. */
  private static int[] bits(int sounds) {
    int[] bits = new int[Integer.bitCount(sounds)];
    int rest = sounds;
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Integer.lowestOneBit(rest);
      rest ^= bits[i];
    }
    return bits;
  }

  private record Entry(Word word, int number) {}
}
