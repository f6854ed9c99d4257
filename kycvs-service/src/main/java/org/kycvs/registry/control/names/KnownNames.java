package org.kycvs.registry.control.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What can only be known about names, since no rule of sound tells: which spellings are one name,
 * which words are family names, which stand before or behind the name that people go by. A word of
 * any script is found here by its sound.
 */
final class KnownNames {
  static final KnownNames LOADED = new KnownNames();

  private final List<List<Word>> sameNames = read("same-names.txt", 0);
  private final List<Word> families =
      read("family-names.txt", 0).stream().flatMap(List::stream).toList();
  private final List<Word> prefixes = kind("prefix");
  private final List<Word> halves = kind("half");
  private final Set<String> courtesies = courtesyWords();

  private KnownNames() {}

  /** The numbers of the names that this may be a spelling of. */
  BitSet of(Word word) {
    BitSet names = new BitSet();
    IntStream.range(0, sameNames.size())
        .filter(name -> sameNames.get(name).stream().anyMatch(word::isSpelling))
        .forEach(names::set);
    return names;
  }

  /** Whether this short word is how a name is shortened, like Md. */
  boolean isAbbreviation(String letters) {
    return sameNames.stream()
        .flatMap(List::stream)
        .anyMatch(word -> word.letters().equals(letters));
  }

  boolean isFamilyName(Word word) {
    return any(families, word);
  }

  /** Mohammed, Syed and the like. */
  boolean isPrefix(Word word) {
    return any(prefixes, word);
  }

  /** Ram, Jai and the like: with the word after it, a name of its own. */
  boolean isFirstHalf(Word word) {
    return any(halves, word);
  }

  /** Bhai, Ben. */
  boolean isCourtesy(Word word) {
    return courtesies.contains(word.letters());
  }

  Set<String> courtesies() {
    return courtesies;
  }

  private static boolean any(List<Word> list, Word word) {
    return !word.isInitial() && list.stream().anyMatch(word::fits);
  }

  private static List<Word> kind(String kind) {
    return NameData.lines("prefixes.txt").stream()
        .filter(line -> line.get(0).equals(kind))
        .flatMap(line -> words(line, 1).stream())
        .toList();
  }

  private static Set<String> courtesyWords() {
    Set<String> words = new HashSet<>();
    NameData.lines("prefixes.txt").stream()
        .filter(line -> line.get(0).equals("courtesy"))
        .forEach(line -> line.stream().skip(1).map(Folding::fold).forEach(words::add));
    return Set.copyOf(words);
  }

  private static List<List<Word>> read(String file, int skipped) {
    return NameData.lines(file).stream().map(line -> words(line, skipped)).toList();
  }

  private static List<Word> words(List<String> line, int skipped) {
    List<Word> words = new ArrayList<>();
    for (String written : line.subList(skipped, line.size())) {
      String folded = Folding.fold(written);
      words.add(Word.of(folded, NameWords.systemOf(folded)));
    }
    return List.copyOf(words);
  }
}
