package org.kycvs.webshared.problem;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.kycvs.shared.problem.ProblemCode;

/** The headers that a problem has besides its document. */
public final class ProblemHeaders {
  /** The member of a problem that says, in seconds, when to try again. */
  static final String RETRY_AFTER = "retryAfter";

  private ProblemHeaders() {}

  /** Those of a code with its members. */
  public static Map<String, String> of(ProblemCode code, Map<String, Integer> members) {
    return of(code.status(), code, members);
  }

  /** Those of a code that is told with another status. */
  public static Map<String, String> of(int status, ProblemCode code, Map<String, Integer> members) {
    Map<String, String> headers = new HashMap<>();
    Integer retryAfter = members.get(RETRY_AFTER);
    if (retryAfter != null) {
      headers.put("Retry-After", retryAfter.toString());
    }
    if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
      headers.put("WWW-Authenticate", "Bearer");
    }
    if (code == ProblemCode.BODY_TOO_SLOW) {
      headers.put("Connection", "close"); // what is still to come is not waited for
    }
    return headers;
  }
}
