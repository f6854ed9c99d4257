package org.kycvs.client.statement;

import java.util.Locale;

/** Why a statement is refused; programs read {@link #wire}. */
public enum Reason {
  /** It is not a status statement at all, or not a whole one. */
  MALFORMED,
  /** It was not signed with the key that it names, by an algorithm that we use. */
  SIGNATURE_INVALID,
  /** The key that it names is not known, or was not to be trusted when it says to be signed. */
  KEY_UNKNOWN,
  /** Somebody else than expected issued it. */
  ISSUER_WRONG,
  /** It was made for another organisation. */
  AUDIENCE_WRONG,
  /** It does not answer the question that this nonce belongs to. */
  NONCE_WRONG,
  /** Its time is over. */
  EXPIRED,
  /** It says to be issued in the future. */
  NOT_YET_VALID,
  /** It was recalled: it is not to be relied on any more. */
  RECALLED,
  /** It concerns an invented person. */
  TEST_MODE;

  /** The word for programs, such as {@code signature-invalid}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
