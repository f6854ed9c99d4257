package org.kycvs.signing.entity;

/**
 * A consent receipt as both sides keep it.
 *
 * @param jws the receipt
 * @param kid the key that signed it
 */
public record SignedReceipt(CompactJws jws, String kid) {

  /** What the statement's {@code receiptHash} says: SHA-256 of the compact JWS, in base64url. */
  public String hash() {
    return jws.sha256();
  }
}
