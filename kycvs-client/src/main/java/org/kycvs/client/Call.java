package org.kycvs.client;

import java.util.Optional;

/**
 * One call, to be sent until it is answered: the same bytes each time.
 *
 * @param name what it is called in messages and logs, without any id
 * @param path with its query, under the server's address
 * @param withKey whether it carries the API key
 * @param body JSON, or empty
 * @param accept the media type of its answer; empty if it has no body
 * @param key names what is to be done once; empty for calls that change nothing, and for DELETE
 */
record Call(
    String name,
    String method,
    String path,
    boolean withKey,
    Optional<String> body,
    String accept,
    Optional<IdempotencyKey> key) {
  static final String JSON = "application/json";

  static Call read(String name, String path) {
    return read(name, path, JSON);
  }

  static Call read(String name, String path, String accept) {
    return new Call(name, "GET", path, true, Optional.empty(), accept, Optional.empty());
  }

  /** What everybody may read, without a key. */
  static Call readPublished(String name, String path) {
    return new Call(name, "GET", path, false, Optional.empty(), JSON, Optional.empty());
  }

  static Call post(String name, String path, Optional<String> body, IdempotencyKey key) {
    return new Call(name, "POST", path, true, body, JSON, Optional.of(key));
  }

  static Call postAnonymously(String name, String path, String body) {
    return new Call(name, "POST", path, false, Optional.of(body), JSON, Optional.empty());
  }

  static Call delete(String name, String path) {
    return new Call(name, "DELETE", path, true, Optional.empty(), "", Optional.empty());
  }

  /** Whether an answer of this media type is one to this call. */
  boolean accepts(String mediaType) {
    return mediaType.equals(accept) || (accept.equals(JSON) && mediaType.endsWith("+json"));
  }

  @Override
  public String toString() {
    return name;
  }
}
