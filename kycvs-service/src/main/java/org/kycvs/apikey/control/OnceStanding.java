package org.kycvs.apikey.control;

/** Whether a call that is to be done once was done. */
public sealed interface OnceStanding {

  /** It was not, and nobody else does it before this transaction ends. */
  record Free() implements OnceStanding {}

  /** Somebody does it at this moment. */
  record Running() implements OnceStanding {}

  /**
   * It was.
   *
   * @param bodyHash what its body is compared by
   * @param sealedAnswer what it was answered with
   */
  record Done(byte[] bodyHash, byte[] sealedAnswer) implements OnceStanding {}
}
