package org.kycvs.registry.control.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the letters of one script sound like, as {@code sounds.txt} says. The longest row of letters
 * that has a rule wins; among its rules one that says where it applies wins over one that does not,
 * and then that which comes first: a script's own before those that it shares.
 */
final class SoundTable {
  private static final String VOWEL_LETTERS = "aeiouāīūēōŏĕاآأإ";
  private static final Map<String, SoundTable> TABLES = read();

  private final Map<String, List<Rule>> rules = new HashMap<>();
  private int longest = 1;

  private SoundTable() {}

  /** The table of this name. */
  static SoundTable named(String name) {
    SoundTable table = TABLES.get(name);
    if (table == null) {
      throw new IllegalArgumentException("No table of sounds: " + name);
    }
    return table;
  }

  /** The sounds of these letters in order. A letter without a rule is none of the known sounds. */
  int[] sounds(String letters) {
    List<Integer> places = new ArrayList<>();
    int at = 0;
    while (at < letters.length()) {
      Match match = match(letters, at);
      places.addAll(match.sounds());
      at += match.length();
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private Match match(String letters, int at) {
    for (int length = Math.min(longest, letters.length() - at); length > 0; length--) {
      for (Rule rule : rules.getOrDefault(letters.substring(at, at + length), List.of())) {
        if (rule.applies(letters, at, at + length)) {
          return new Match(length, rule.sounds());
        }
      }
    }
    return new Match(1, List.of(0));
  }

  private void add(Rule rule) {
    List<Rule> alike = rules.computeIfAbsent(rule.letters(), letters -> new ArrayList<>());
    long special = alike.stream().filter(Rule::hasContext).count();
    alike.add(rule.hasContext() ? (int) special : alike.size(), rule);
    longest = Math.max(longest, rule.letters().length());
  }

  private static Map<String, SoundTable> read() {
    Map<String, SoundTable> tables = new HashMap<>();
    List<SoundTable> current = new ArrayList<>();
    for (List<String> line : NameData.lines("sounds.txt")) {
      if (line.get(0).startsWith("[")) {
        current.clear();
        for (String name : line) {
          String plain = name.replaceAll("[\\[\\],]", "");
          current.add(tables.computeIfAbsent(plain, any -> new SoundTable()));
        }
      } else {
        Rule rule = Rule.parse(line.get(0), line.get(1));
        current.forEach(table -> table.add(rule));
      }
    }
    return Map.copyOf(tables);
  }

  private record Match(int length, List<Integer> sounds) {}

  /**
   * One rule.
   *
   * @param before {@code ^} only at the beginning, {@code ~} only after a consonant, or a blank
   * @param letters what is written
   * @param after {@code $} only at the end, {@code +} only before a vowel, {@code -} only before
   *     none, or a blank
   * @param sounds what is spoken
   */
  private record Rule(char before, String letters, char after, List<Integer> sounds) {

    static Rule parse(String pattern, String notation) {
      char before = "^~".indexOf(pattern.charAt(0)) < 0 ? ' ' : pattern.charAt(0);
      char last = pattern.charAt(pattern.length() - 1);
      char after = "$+-".indexOf(last) < 0 ? ' ' : last;
      int from = before == ' ' ? 0 : 1;
      int to = pattern.length() - (after == ' ' ? 0 : 1);
      return new Rule(before, pattern.substring(from, to), after, Sounds.parse(notation));
    }

    boolean hasContext() {
      return before != ' ' || after != ' ';
    }

    boolean applies(String word, int from, int to) {
      boolean vowelFollows = to < word.length() && isVowel(word.charAt(to));
      boolean afterFits =
          switch (after) {
            case '$' -> to == word.length();
            case '+' -> vowelFollows;
            case '-' -> !vowelFollows;
            default -> true;
          };
      return afterFits
          && switch (before) {
            case '^' -> from == 0;
            case '~' -> from > 0 && !isVowel(word.charAt(from - 1));
            default -> true;
          };
    }

    private static boolean isVowel(char letter) {
      return VOWEL_LETTERS.indexOf(letter) >= 0;
    }
  }
}
