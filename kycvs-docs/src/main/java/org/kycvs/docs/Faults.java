package org.kycvs.docs;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong so far, so that a writer sees all of it at once. */
final class Faults {
  private final List<String> found = new ArrayList<>();

  /** Notes a fault of a source. */
  void add(String source, String what) {
    found.add(source + ": " + what);
  }

  /** Ends the build if there is any. */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new BrokenDocsException(found);
    }
  }
}
