package org.kycvs.registry.control.names;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kycvs.registry.entity.PersonName;

/**
 * Says whether a name as typed is a registered name. They agree if they have the same words, each
 * as often, in any order; letter case, white space and Unicode's compatibility forms (NFKC, UAX
 * #15: full width letters, composed and decomposed accents) make no difference. A word more or less
 * makes a difference: somebody else in the household must never be taken for the person.
 *
 * <p>A name without words agrees with none.
 */
public final class NameMatcher {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

  private NameMatcher() {}

  /** Whether the two names agree; which is which does not matter. */
  public static boolean agree(PersonName typed, PersonName registered) {
    List<String> words = words(typed);
    return !words.isEmpty() && words.equals(words(registered));
  }

  /** The name's words in their plain form, in alphabetical order. */
  private static List<String> words(PersonName name) {
    return WHITE_SPACE
        .splitAsStream(plain(name.written()))
        .filter(word -> !word.isEmpty())
        .sorted()
        .toList();
  }

  /** By upper case to lower case: ß has no capital of its own, and becomes ss only that way. */
  private static String plain(String written) {
    String composed = Normalizer.normalize(written, Form.NFKC);
    String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Form.NFKC);
  }
}
