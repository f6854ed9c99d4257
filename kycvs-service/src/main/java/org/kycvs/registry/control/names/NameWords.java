package org.kycvs.registry.control.names;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a name apart into its words: letters only, letter case and everything invisible gone, what
 * follows "son of" cut, initials known as such, courtesy parted from the given name (Ramesh-bhai).
 */
final class NameWords {
  private static final Pattern APOSTROPHE = Pattern.compile("['’‘ʼʻ`´′＇‛\u05f3]\\s*");
  private static final Pattern RELATION =
      Pattern.compile(
          "(?<!\\p{L})(?:[sdwchfmr]\\s*/\\s*o|(?:son|daughter|wife|care)\\s+of)(?!\\p{L}).*");

  /** Abdul is half of a name, and in Arabic letters often written as a word of its own. */
  private static final Pattern SERVANT_OF = Pattern.compile("(?<!\\p{L})(عبد)\\s+(ال)");

  private static final Pattern WORD = Pattern.compile("(\\p{L}[\\p{L}\\p{M}]*)(\\s?\\.)?");
  private static final int SHORTEST_BEFORE_COURTESY = 3;
  private static final int MOST_RUN_ON_INITIALS = 3;

  private final String text;
  private final boolean hasSmallLetters;
  private final List<Word> words = new ArrayList<>();

  private NameWords(String written) {
    String composed = Folding.compose(APOSTROPHE.matcher(written).replaceAll(""));
    Matcher relation = RELATION.matcher(composed.toLowerCase(Locale.ROOT));
    this.text =
        composed.toLowerCase(Locale.ROOT).length() == composed.length() && relation.find()
            ? composed.substring(0, relation.start())
            : composed;
    this.hasSmallLetters =
        WORD.matcher(text)
            .results()
            .map(word -> word.group(1))
            .anyMatch(NameWords::hasSmallLetters);
  }

  /** Whether it is a word in small letters that tells how the name is written: "Mr" does not. */
  private static boolean hasSmallLetters(String word) {
    return word.codePoints().anyMatch(Character::isLowerCase)
        && !Honorifics.LOADED.isOne(Folding.fold(word));
  }

  /** The words in the order in which they are written. */
  static List<Word> of(String written) {
    NameWords name = new NameWords(written);
    Matcher word = WORD.matcher(SERVANT_OF.matcher(name.text).replaceAll("$1$2"));
    while (word.find()) {
      boolean fullStop = word.group(2) != null;
      List<String> runs = runsOfOneScript(word.group(1));
      runs.forEach(run -> name.add(run, fullStop));
    }
    return List.copyOf(name.words);
  }

  /** The script of the first letter. */
  static WritingSystem systemOf(String word) {
    return WritingSystem.of(UnicodeScript.of(word.codePointAt(0)));
  }

  private void add(String written, boolean fullStop) {
    String folded = Folding.fold(written);
    if (folded.isEmpty()) {
      return;
    }
    WritingSystem system = systemOf(folded);
    String initial = Initials.of(folded, fullStop);
    if (initial != null) {
      words.add(Word.initial(initial, systemOf(initial)));
    } else if (isRunOfInitials(written, folded)) {
      folded.chars().forEach(letter -> words.add(Word.initial(Character.toString(letter), system)));
    } else {
      addWord(folded, system);
    }
  }

  /** RK Sharma, or AK Sharma where capitals mean something; but Md and the like are names. */
  private boolean isRunOfInitials(String written, String folded) {
    boolean few = folded.length() <= MOST_RUN_ON_INITIALS && folded.matches("[a-z]+");
    boolean capitals = hasSmallLetters && written.equals(written.toUpperCase(Locale.ROOT));
    return few
        && (capitals || folded.matches("[^aeiouy]+"))
        && !Honorifics.LOADED.isOne(folded)
        && !KnownNames.LOADED.isAbbreviation(folded);
  }

  private void addWord(String folded, WritingSystem system) {
    for (String courtesy : KnownNames.LOADED.courtesies()) {
      int rest = folded.length() - courtesy.length();
      if (rest >= SHORTEST_BEFORE_COURTESY && folded.endsWith(courtesy)) {
        words.add(Word.of(folded.substring(0, rest), system));
        words.add(Word.of(courtesy, system));
        return;
      }
    }
    words.add(Word.of(folded, system));
  }

  private static List<String> runsOfOneScript(String word) {
    List<String> runs = new ArrayList<>();
    int from = 0;
    UnicodeScript current = UnicodeScript.of(word.codePointAt(0));
    for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
      UnicodeScript script = UnicodeScript.of(word.codePointAt(at));
      boolean ofAny = script == UnicodeScript.INHERITED || script == UnicodeScript.COMMON;
      if (!ofAny && script != current) {
        runs.add(word.substring(from, at));
        from = at;
        current = script;
      }
    }
    runs.add(word.substring(from));
    return runs;
  }
}
