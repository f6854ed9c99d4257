package org.kycvs.shared.problem;

import java.util.Locale;

/**
 * Everything that can go wrong for a caller. The constant's name in lower case with hyphens is the
 * {@code code} of the problem document (RFC 9457) and the end of its {@code type}.
 */
public enum ProblemCode {
  /** The body is JSON, but members are missing, unknown or wrong; {@code errors} says which. */
  INVALID_REQUEST(400, "The request is not valid"),
  /** The body is not JSON. */
  BODY_MALFORMED(400, "The body is not JSON"),
  /** A list's cursor is damaged or was made for other filters. */
  CURSOR_INVALID(400, "The cursor does not belong to this list"),
  /** A test key asked about a mobile that is no test person's. */
  NOT_A_TEST_PERSON(400, "Not a test person"),
  /** The call needs an API key and has none. */
  API_KEY_MISSING(401, "No API key"),
  /** What was given as an API key cannot be one: form or checksum is wrong. */
  API_KEY_MALFORMED(401, "Not an API key"),
  /** The API key is not known here. */
  API_KEY_UNKNOWN(401, "Unknown API key"),
  /** The API key was revoked. */
  API_KEY_REVOKED(401, "API key revoked"),
  /** The API key's time is over. */
  API_KEY_EXPIRED(401, "API key expired"),
  /** The organisation may not ask at present. */
  ORGANISATION_SUSPENDED(403, "Organisation suspended"),
  /** The API key may not be used from where the call came. */
  ADDRESS_NOT_ALLOWED(403, "Address not allowed"),
  /** The API key does not carry the right that the call needs. */
  SCOPE_MISSING(403, "The API key may not do this"),
  /** The organisation may not ask for this purpose. */
  PURPOSE_NOT_APPROVED(403, "Purpose not approved"),
  /** No such verification for this organisation and mode. */
  VERIFICATION_NOT_FOUND(404, "No such verification"),
  /** No such page or call. */
  NOT_FOUND(404, "Not found"),
  /** The path exists, but not with this method. */
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  /** None of the forms of answer that the caller takes can be made. */
  NOT_ACCEPTABLE(406, "Not acceptable"),
  /** The body did not come in time. */
  BODY_TOO_SLOW(408, "The body is too slow"),
  /** The verification was answered before. */
  ALREADY_COMPLETED(409, "Already completed"),
  /** The verification does not wait for a code any more. */
  NOT_WAITING(409, "The verification is not waiting"),
  /** The idempotency key came before, with another body. */
  IDEMPOTENCY_CONFLICT(409, "Idempotency key of another call"),
  /** The same call is being made at this moment; {@code Retry-After} says when to send it again. */
  IDEMPOTENCY_IN_PROGRESS(409, "The call is in progress"),
  /** The call was done before, and showed a secret that is shown once. */
  ALREADY_CREATED(409, "Already created"),
  /** The verification's time is over. */
  VERIFICATION_EXPIRED(410, "Verification expired"),
  /** The person withdrew the consent; the answer may not be used any more. */
  CONSENT_WITHDRAWN(410, "Consent withdrawn"),
  /** The body is larger than allowed. */
  BODY_TOO_LARGE(413, "The body is too large"),
  /** The body's media type is not JSON. */
  MEDIA_TYPE_UNSUPPORTED(415, "Send application/json"),
  /** The code is wrong; {@code triesLeft} says how often another may be tried. */
  CODE_WRONG(422, "Wrong code"),
  /** The code's time is over; another can be sent. */
  CODE_EXPIRED(422, "Code expired"),
  /** The code was right, but nobody, or not just one, fits; {@code retriesLeft} says the rest. */
  NO_MATCH(422, "No match"),
  /** Too many wrong codes: this verification takes no more. */
  CODE_LOCKED(429, "Code locked"),
  /** As many codes were sent as allowed, or one just now; {@code Retry-After} says when again. */
  TOO_MANY_SENDS(429, "Too many messages"),
  /** Too many wrong codes in several verifications; {@code Retry-After} says when again. */
  TOO_MANY_WRONG_CODES(429, "Too many wrong codes"),
  /** The limit of requests, or the day's quota of messages, is used up; see {@code Retry-After}. */
  TOO_MANY_REQUESTS(429, "Too many requests"),
  /** So few of the organisation's codes are redeemed that it gets no more for a while. */
  SMS_STOPPED(429, "SMS stopped"),
  /** Something failed here; the incident is logged under the request id. */
  INTERNAL_ERROR(500, "Something failed here"),
  /** No SMS can be sent at present. */
  SMS_UNAVAILABLE(503, "SMS unavailable"),
  /** The database does not answer at present. */
  DATABASE_UNAVAILABLE(503, "Database unavailable");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The code on the wire, such as {@code code-wrong}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The problem of a code on the wire.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ProblemCode ofWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** A short title, the same for each occurrence. */
  public String title() {
    return title;
  }
}
