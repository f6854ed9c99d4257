package org.kycvs.docs;

import java.util.List;

/** The sources of the site are wrong; the message names each fault and its file, a line each. */
public final class BrokenDocsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenDocsException(List<String> faults) {
    super("The documentation has faults:\n  " + String.join("\n  ", faults));
  }
}
