package org.kycvs.client.statement;

/** Whether a statement was recalled: whoever gave it asks not to rely on it any more. */
public enum Recall {
  /** It was not, as far as a recent enough status list tells. */
  CLEAR,
  /** It was. */
  RECALLED,
  /** Nobody looked, or there is no list that is recent enough. */
  UNKNOWN
}
