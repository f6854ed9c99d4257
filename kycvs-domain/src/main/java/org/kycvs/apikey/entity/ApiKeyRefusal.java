package org.kycvs.apikey.entity;

import java.util.Locale;

/** Why an act on an API key was refused. The constant's name with hyphens is the code. */
public enum ApiKeyRefusal {
  /** No organisation has this id. */
  ORGANISATION_UNKNOWN("there is no organisation with this id"),
  /** No key has this id. */
  KEY_UNKNOWN("there is no API key with this id"),
  /** The organisation may not ask for the default purpose. */
  PURPOSE_NOT_APPROVED(
      "the organisation is not approved for the default purpose: approve it first, or name another"),
  /** A live key of the organisation and mode has this name. */
  NAME_TAKEN("a live key has this name: roll that one, or take another name"),
  /** The expiry is over already. */
  EXPIRY_OVER("the key would have expired already"),
  /** The limits wanted allow something that the key may not do. */
  NOT_NARROWER("a key only becomes narrower: issue another for more"),
  /** The key was revoked before. */
  ALREADY_REVOKED("the key was revoked already"),
  /** The key's time is over. */
  EXPIRED("the key has expired: issue another"),
  /** The key was rolled before. */
  ALREADY_ROLLED("the key was rolled already: roll the one that replaced it"),
  /** The key before it still lives, and three of one name are too many. */
  TWO_LIVE("the key that it replaced still lives: revoke that, or roll without overlap");

  private final String explanation;

  ApiKeyRefusal(String explanation) {
    this.explanation = explanation;
  }

  /** What is wrong and what to do, in words. */
  public String explanation() {
    return explanation;
  }

  /** The code, such as {@code name-taken}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
