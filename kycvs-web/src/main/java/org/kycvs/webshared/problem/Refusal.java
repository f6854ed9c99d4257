package org.kycvs.webshared.problem;

import org.kycvs.shared.problem.ProblemCode;

/**
 * What a bare HTTP status is told as, where the server or JAX-RS refused a request before our code
 * saw it.
 *
 * @param code the code
 * @param detail what to do about it
 */
public record Refusal(ProblemCode code, String detail) {
  /** Something failed here. */
  public static final Refusal FAULT =
      new Refusal(
          ProblemCode.INTERNAL_ERROR, "This is our fault. Tell us the requestId, and try again.");

  private static final int FIRST_FAULT = 500;

  /** The refusal of a status; any status of 500 or more is a fault. */
  public static Refusal of(int status) {
    return switch (status) {
      case 404 -> new Refusal(ProblemCode.NOT_FOUND, "There is nothing here. See /openapi.");
      // 501: a servlet met a method that HTTP does not know, and says so as if we lacked it.
      case 405, 501 ->
          new Refusal(ProblemCode.METHOD_NOT_ALLOWED, "See /openapi for what is allowed here.");
      case 406 ->
          new Refusal(
              ProblemCode.NOT_ACCEPTABLE, "Accept what /openapi says that this call answers with.");
      case 408 -> new Refusal(ProblemCode.BODY_TOO_SLOW, "Send the whole request at once.");
      case 413 -> new Refusal(ProblemCode.BODY_TOO_LARGE, "A body is at most 16 KiB.");
      case 415 ->
          new Refusal(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Send application/json in UTF-8.");
      default ->
          isTheCallers(status)
              ? new Refusal(ProblemCode.INVALID_REQUEST, "The request is not valid. See /openapi.")
              : FAULT;
    };
  }

  /** Whether a status says that the caller has something to mend, and not we. */
  static boolean isTheCallers(int status) {
    return status < FIRST_FAULT;
  }
}
