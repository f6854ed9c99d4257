package org.kycvs.signing.entity;

/**
 * What a signature is for, as the JWS header's {@code typ} says (explicit typing, RFC 8725 section
 * 3.11), so that a receipt can never be taken for a statement.
 */
public enum SignedType {
  /** A signed answer. */
  STATEMENT("kycvs-status+jwt"),
  /** The record of a person's decision. */
  RECEIPT("kycvs-receipt+jwt");

  private final String typ;

  SignedType(String typ) {
    this.typ = typ;
  }

  /** The value of the header's {@code typ}. */
  public String typ() {
    return typ;
  }
}
