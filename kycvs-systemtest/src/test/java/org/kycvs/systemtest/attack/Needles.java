package org.kycvs.systemtest.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Thousands of texts, searched for in one pass over another. */
final class Needles {
  /** What is shorter would be found by chance. */
  static final int SHORTEST = 6;

  private final Map<Integer, List<Needle>> byBeginning = new HashMap<>();

  private record Needle(String text, boolean wholeWord, String name) {}

  /**
   * Adds one.
   *
   * @param text what to find
   * @param wholeWord whether letters or digits beside it make it another word
   * @param name what to say when it is found
   */
  void add(String text, boolean wholeWord, String name) {
    if (text.length() < SHORTEST) {
      throw new IllegalArgumentException("Too short to mean anything: " + text);
    }
    byBeginning
        .computeIfAbsent(beginning(text, 0), key -> new ArrayList<>())
        .add(new Needle(text, wholeWord, name));
  }

  /** The names of those that are in a text. */
  Set<String> in(String text) {
    Set<String> found = new TreeSet<>();
    for (int i = 0; i + SHORTEST <= text.length(); i++) {
      for (Needle needle : byBeginning.getOrDefault(beginning(text, i), List.of())) {
        if (text.startsWith(needle.text(), i)
            && (!needle.wholeWord() || standsAlone(text, i, i + needle.text().length()))) {
          found.add(needle.name());
        }
      }
    }
    return found;
  }

  private static boolean standsAlone(String text, int from, int to) {
    return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
        && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
  }

  private static int beginning(String text, int at) {
    int hash = 0;
    for (int i = at; i < at + SHORTEST; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }
}
