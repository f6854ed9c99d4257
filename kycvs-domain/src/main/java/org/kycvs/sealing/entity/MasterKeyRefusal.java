package org.kycvs.sealing.entity;

import java.util.Locale;

/** Why nothing was done to the master key. */
public enum MasterKeyRefusal {
  /** The file cannot be replaced. */
  FILE_NOT_WRITABLE("this process may not write the key file and its folder: "),
  /** There is a line marked {@code next}. */
  ALREADY_PREPARED("a key is prepared already: copy the file to every node, then rotate"),
  /** No line has the id. */
  KEY_UNKNOWN("the key file has no such key; kycvs master-key status lists them"),
  /** It is the first line. */
  KEY_IS_ROOT("this is the root: what is found by a keyed hash needs it for ever"),
  /** It is the line that seals. */
  KEY_SEALS("new values are sealed with this key: rotate first"),
  /** Something is sealed with it. */
  KEY_STILL_NEEDED("values are still sealed with this key: ");

  private final String explanation;

  MasterKeyRefusal(String explanation) {
    this.explanation = explanation;
  }

  /** For a program. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For a person; some end with a colon, and go on with the detail. */
  public String explanation() {
    return explanation;
  }
}
