package org.kycvs.apikey.control;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Where an idempotency key counts: in calls of one organisation and mode to one path.
 *
 * @param hash names it, 32 bytes
 * @param bodyHash what the call's body is compared by, 32 bytes
 */
public record OnceScope(byte[] hash, byte[] bodyHash) {

  /** Whether another call within the scope has the same body. */
  public boolean hasBody(byte[] otherBodyHash) {
    return MessageDigest.isEqual(bodyHash, otherBodyHash);
  }

  /** What an answer within the scope is bound to. */
  public String name() {
    return HexFormat.of().formatHex(hash);
  }

  /** The number of its lock. Two scopes that share one would only refuse to be called at once. */
  long lock() {
    return ByteBuffer.wrap(hash).getLong();
  }

  @Override
  public String toString() {
    return "OnceScope(…)";
  }
}
