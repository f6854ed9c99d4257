package org.kycvs.apikey.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.kycvs.apikey.entity.PresentedCall;

/** What {@link KeyedFilter} found out about a request, for the call that it is. */
public final class KeyedRequest {
  static final String PRESENTED = KeyedRequest.class.getName();

  private KeyedRequest() {}

  /**
   * The call with its key, the scope that it needs, and where it comes from.
   *
   * @throws IllegalStateException if its resource is not {@link Keyed}
   */
  public static PresentedCall of(HttpServletRequest request) {
    if (request.getAttribute(PRESENTED) instanceof PresentedCall call) {
      return call;
    }
    throw new IllegalStateException("The resource is not marked as keyed");
  }
}
