package org.kycvs.webshared.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.kycvs.shared.id.RandomText;

/** Names one request, in its answer and in the log. */
public final class RequestId {
  /** The header that carries it. */
  public static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = RequestId.class.getName();

  private RequestId() {}

  /** The id of the request; the first look gives it one. */
  public static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String id = "req_" + RandomText.id();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
