package org.kycvs.verification.rest.cowin;

import java.util.List;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.webshared.problem.InputError;
import org.kycvs.webshared.problem.ProblemDocument;

/**
 * How each problem is told in the CoWIN-compatible API: by a code that its clients know, and a
 * status that they take as the same kind of failure. They take 401 for a wrong code, so a key that
 * is refused is 403, as it was at the gateway then. {@code USRAUT0015} and {@code USRAUT0024},
 * which told strangers who is registered, are not among them.
 */
enum CowinErrors {
  /** The mobile is missing or none. */
  MOBILE_REQUIRED("USRAUT0010"),
  /** Too many wrong codes. */
  TOO_MANY_ATTEMPTS("USRAUT0005"),
  /** The code is missing, or not of this API's form. */
  OTP_REQUIRED("USRAUT0012"),
  /** The transaction is missing or cannot be one. */
  TRANSACTION_REQUIRED("USRAUT0013"),
  /** The code is wrong, or too old. */
  INVALID_OTP("USRAUT0014"),
  /** No code is sent. */
  NOT_SENT("USRAUT0018"),
  /** The code was right, but it did not come to an answer. */
  NOT_CONFIRMED("USRAUT0019"),
  /** Everything else. */
  SOMETHING_WRONG("USRAUT0020");

  /** How a problem is told. */
  record Told(int status, CowinDocuments.Failure failure) {}

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;

  private final String wire;

  CowinErrors(String wire) {
    this.wire = wire;
  }

  /** The code on the wire. */
  String wire() {
    return wire;
  }

  /** How it is told, with these words. */
  Told told(int status, String error) {
    return new Told(status, new CowinDocuments.Failure(wire, error));
  }

  /** How a problem document is told. */
  static Told of(ProblemDocument problem) {
    ProblemCode code = ProblemCode.ofWire(problem.code());
    return code == ProblemCode.INVALID_REQUEST && !problem.errors().isEmpty()
        ? input(problem.errors())
        : of(code, problem.detail());
  }

  /** How a problem is told. */
  static Told of(ProblemCode code, String detail) {
    return switch (code) {
      case CODE_WRONG, VERIFICATION_NOT_FOUND ->
          INVALID_OTP.told(
              UNAUTHORISED,
              "Invalid OTP. Ask the person to read it again; after three wrong ones begin again"
                  + " with generateOTP.");
      case CODE_EXPIRED, VERIFICATION_EXPIRED ->
          INVALID_OTP.told(UNAUTHORISED, "The OTP is too old. Begin again with generateOTP.");
      case NO_MATCH ->
          NOT_CONFIRMED.told(
              BAD_REQUEST,
              "Confirm OTP failed: the registry has no one such person on this mobile. Check name"
                  + " and mobile, and begin again with generateOTP.");
      case ALREADY_COMPLETED ->
          NOT_CONFIRMED.told(
              BAD_REQUEST,
              "Confirm OTP failed: it was confirmed before, by another call. Begin again with"
                  + " generateOTP.");
      case NOT_WAITING ->
          NOT_CONFIRMED.told(
              BAD_REQUEST,
              "Confirm OTP failed: the request has ended. Begin again with generateOTP.");
      case CODE_LOCKED ->
          TOO_MANY_ATTEMPTS.told(
              code.status(), "Too many wrong OTPs. Begin again with generateOTP.");
      case TOO_MANY_WRONG_CODES -> TOO_MANY_ATTEMPTS.told(code.status(), detail);
      case TOO_MANY_SENDS, SMS_UNAVAILABLE -> NOT_SENT.told(code.status(), detail);
      case NOT_A_TEST_PERSON -> MOBILE_REQUIRED.told(code.status(), detail);
      case API_KEY_MISSING -> SOMETHING_WRONG.told(FORBIDDEN, "Send your API key as x-api-key.");
      case API_KEY_MALFORMED, API_KEY_UNKNOWN, API_KEY_REVOKED, API_KEY_EXPIRED ->
          SOMETHING_WRONG.told(FORBIDDEN, detail);
      case INTERNAL_ERROR ->
          SOMETHING_WRONG.told(
              code.status(), "This is our fault. Tell us the X-Request-Id, and try again.");
      default -> SOMETHING_WRONG.told(code.status(), detail);
    };
  }

  private static Told input(List<InputError> errors) {
    InputError first = errors.get(0);
    return switch (first.pointer()) {
      case "/mobile_number" ->
          MOBILE_REQUIRED.told(
              BAD_REQUEST, "Mobile is required as mobile_number. " + first.detail());
      case "/otp" -> OTP_REQUIRED.told(BAD_REQUEST, "OTP is required as otp. " + first.detail());
      case "/txnId" ->
          TRANSACTION_REQUIRED.told(BAD_REQUEST, "txnId is required. " + first.detail());
      case "/full_name" ->
          SOMETHING_WRONG.told(
              BAD_REQUEST, "The person's name is required as full_name. " + first.detail());
      default -> SOMETHING_WRONG.told(BAD_REQUEST, first.pointer() + ": " + first.detail());
    };
  }
}
