package org.kycvs.apikey.entity;

/** What became of an act on an API key. */
public sealed interface ApiKeyOutcome {

  /**
   * A key was issued, anew or in place of another.
   *
   * @param secret the whole key, to be shown once
   */
  record Issued(ApiKey key, NewApiKey secret) implements ApiKeyOutcome {}

  /**
   * A key was narrowed or revoked.
   *
   * @param key as it is now
   */
  record Changed(ApiKey key) implements ApiKeyOutcome {}

  /** Nothing was changed. */
  record Refused(ApiKeyRefusal reason) implements ApiKeyOutcome {}
}
