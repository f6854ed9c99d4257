package org.kycvs.launcher.registry;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/** The words that an option may have, for its help and its refusals. */
abstract class Words implements Iterable<String> {
  private final List<String> words;

  Words(List<String> words) {
    this.words = words;
  }

  /** The word, if it is one of them. */
  String known(String word) {
    if (!words.contains(word)) {
      throw new TypeConversionException("'" + word + "' is not one of " + String.join(", ", words));
    }
    return word;
  }

  @Override
  public Iterator<String> iterator() {
    return words.iterator();
  }
}
