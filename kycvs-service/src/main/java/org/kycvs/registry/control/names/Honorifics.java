package org.kycvs.registry.control.names;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Drops how people are addressed. Some of these words are names too, so a name is read both ways.
 */
final class Honorifics {
  static final Honorifics LOADED = new Honorifics();

  private final Set<String> always = new HashSet<>();
  private final Set<String> maybe = new HashSet<>();
  private final Set<String> careful = new HashSet<>();
  private final Set<String> last = new HashSet<>();
  private final Set<String> relations = new HashSet<>();

  private Honorifics() {
    for (List<String> line : NameData.lines("honorifics.txt")) {
      Set<String> kind =
          switch (line.get(0)) {
            case "always" -> always;
            case "maybe" -> maybe;
            case "careful" -> careful;
            case "last" -> last;
            case "relation" -> relations;
            default -> throw new IllegalStateException("Unknown in honorifics: " + line.get(0));
          };
      line.stream().skip(1).map(Folding::fold).forEach(kind::add);
    }
  }

  /** Whether it is one in any position. */
  boolean isOne(String folded) {
    return Stream.of(always, maybe, careful, last).anyMatch(kind -> kind.contains(folded));
  }

  /**
   * The one or two ways to read the words without honorifics. The words of a name that has nothing
   * else are none.
   */
  List<List<Word>> readings(List<Word> words) {
    List<Word> name = withoutLast(beforeRelation(words));
    List<Word> certain = withoutFirst(name, false);
    List<Word> bare = withoutFirst(name, true);
    return certain.size() == bare.size() ? List.of(certain) : List.of(certain, bare);
  }

  private List<Word> beforeRelation(List<Word> words) {
    for (int i = 1; i < words.size(); i++) {
      if (relations.contains(words.get(i).letters())) {
        return words.subList(0, i);
      }
    }
    return words;
  }

  private List<Word> withoutLast(List<Word> words) {
    int end = words.size();
    while (end > 1 && last.contains(words.get(end - 1).letters())) {
      end--;
    }
    return words.subList(0, end);
  }

  /** Words in doubt are dropped only if one word, and careful ones if two words, remain. */
  private List<Word> withoutFirst(List<Word> words, boolean inDoubtToo) {
    int from = 0;
    while (from < words.size()) {
      String word = words.get(from).letters();
      int left = words.size() - from - 1;
      boolean inDoubt = (maybe.contains(word) && left > 0) || (careful.contains(word) && left > 1);
      if (!always.contains(word) && !(inDoubtToo && inDoubt)) {
        break;
      }
      from++;
    }
    return words.subList(from, words.size());
  }
}
