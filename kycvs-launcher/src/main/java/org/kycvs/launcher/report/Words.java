package org.kycvs.launcher.report;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/** The words that an option may have, for its help and its refusals. */
public abstract class Words implements Iterable<String> {
  private final List<String> words;

  protected Words(List<String> words) {
    this.words = words;
  }

  /** The word, if it is one of them. */
  protected String known(String word) {
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
