package org.kycvs.registry.control.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What can only be known about names, since no rule of sound tells: which spellings are one name,
 * which words are family names, which stand before or behind the name that people go by. A word of
 * any script is found here by its sound.
 */
final class KnownNames {
  static final KnownNames LOADED = new KnownNames();

  private final SoundIndex sameNames = new SoundIndex();
  private final Set<String> spellings = new HashSet<>();
  private final Kind families;
  private final Kind prefixes;
  private final Kind halves;
  private final Set<String> courtesies = courtesyWords();

  private KnownNames() {
    List<List<Word>> names = read("same-names.txt", 0);
    for (int number = 0; number < names.size(); number++) {
      for (Word spelling : names.get(number)) {
        add(spelling, number);
      }
    }
    families = new Kind(read("family-names.txt", 0).stream().flatMap(List::stream).toList());
    prefixes = new Kind(kind("prefix"));
    halves = new Kind(kind("half"));
  }

  /**
   * A spelling in Latin letters is of whatever sounds like it; one in others only of what is
   * written so, since there it is listed for not being what it sounds like.
   */
  private void add(Word spelling, int number) {
    spellings.add(spelling.letters());
    if (spelling.system() == WritingSystem.LATIN) {
      sameNames.addSpoken(spelling, number);
    } else {
      sameNames.addWritten(spelling, number);
    }
  }

  /** The numbers of the names that this may be a spelling of. */
  BitSet of(Word word) {
    return sameNames.numbers(word);
  }

  /** Whether this short word is how a name is shortened, like Md. */
  boolean isAbbreviation(String letters) {
    return spellings.contains(letters);
  }

  boolean isFamilyName(Word word) {
    return families.has(word);
  }

  /** Mohammed, Syed and the like. */
  boolean isPrefix(Word word) {
    return prefixes.has(word);
  }

  /** Ram, Jai and the like: with the word after it, a name of its own. */
  boolean isFirstHalf(Word word) {
    return halves.has(word);
  }

  /** Bhai, Ben. */
  boolean isCourtesy(Word word) {
    return courtesies.contains(word.letters());
  }

  Set<String> courtesies() {
    return courtesies;
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

  /** Words of one kind, in all their spellings. */
  private final class Kind {
    private final SoundIndex words = new SoundIndex();
    private final BitSet names = new BitSet();

    Kind(List<Word> all) {
      for (Word word : all) {
        words.addSpoken(word, 0);
        names.or(of(word));
      }
    }

    /** Whether the word fits one of them. */
    boolean has(Word word) {
      return !word.isInitial() && (!words.numbers(word).isEmpty() || word.isOneOf(names));
    }
  }
}
