package org.kycvs.registry.control.names;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/** Unicode's own notion of what is the same text (UAX #15, NFKC and its case folding). */
final class Folding {
  private Folding() {}

  /** Without letter case, width, composition and characters that cannot be seen. */
  static String fold(String text) {
    return Normalizer2.getNFKCCasefoldInstance().normalize(text);
  }

  /** The same with its letter case. */
  static String compose(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .filter(any -> !UCharacter.hasBinaryProperty(any, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
        .forEach(visible::appendCodePoint);
    return Normalizer2.getNFKCInstance().normalize(visible);
  }
}
