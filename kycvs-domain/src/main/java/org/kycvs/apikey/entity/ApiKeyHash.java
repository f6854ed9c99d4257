package org.kycvs.apikey.entity;

import java.security.MessageDigest;

/** The keyed hash of a whole key: all that is kept of it. It never prints itself. */
public final class ApiKeyHash {
  private final byte[] hash;

  /** Of these 32 bytes. */
  public ApiKeyHash(byte[] hash) {
    this.hash = hash.clone();
  }

  /** Whether both are of the same key; takes the same time whatever differs. */
  public boolean matches(ApiKeyHash other) {
    return MessageDigest.isEqual(hash, other.hash);
  }

  /** As it is kept. */
  public byte[] bytes() {
    return hash.clone();
  }

  @Override
  public String toString() {
    return "ApiKeyHash(…)";
  }
}
