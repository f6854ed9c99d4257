package org.kycvs.webshared.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.kycvs.shared.problem.ProblemException;

/** The bytes of a request's body, which {@link BodyReader} had read before the call began. */
public final class RequestBody {
  private static final String ATTRIBUTE = RequestBody.class.getName();

  private RequestBody() {}

  /** The whole body as it came, at most 16 KiB; empty if the request has none. */
  public static byte[] of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof byte[] body ? body.clone() : new byte[0];
  }

  static void keep(HttpServletRequest request, byte[] body) {
    request.setAttribute(ATTRIBUTE, body);
  }

  static void refuse(HttpServletRequest request, ProblemException why) {
    request.setAttribute(ATTRIBUTE, why);
  }

  /**
   * Insists that a body that came is whole.
   *
   * @throws ProblemException why it is not
   */
  static void require(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof ProblemException why) {
      throw why;
    }
  }
}
