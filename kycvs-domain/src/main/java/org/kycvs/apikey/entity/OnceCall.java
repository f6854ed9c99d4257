package org.kycvs.apikey.entity;

/**
 * A call that its caller wants done once, however often it is sent.
 *
 * @param key what the caller names it by
 * @param method the HTTP method
 * @param path the path as it was sent, without the query
 * @param body the bytes as they came; empty if there are none
 */
public record OnceCall(IdempotencyKey key, String method, String path, byte[] body) {

  @Override
  public String toString() {
    return "OnceCall(" + method + ")";
  }
}
