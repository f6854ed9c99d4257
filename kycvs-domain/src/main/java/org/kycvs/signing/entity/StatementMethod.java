package org.kycvs.signing.entity;

import java.util.Locale;

/** How the person said yes. */
public enum StatementMethod {
  /** The person told the code to the organisation, which typed it in. */
  CODE_TOLD,
  /** The person typed the code on our own page. */
  CODE_ON_HOSTED_PAGE;

  /** The word on the wire, such as {@code code-told}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
