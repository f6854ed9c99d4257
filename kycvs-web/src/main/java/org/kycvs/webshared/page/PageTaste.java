package org.kycvs.webshared.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody with a browser asks, or a program. The API and the published documents are for
 * programs whatever they accept.
 *
 * @param path the path that was asked for
 * @param accept the header {@code Accept}, if any
 */
public record PageTaste(String path, @Nullable String accept) {

  /** Of a request, also when it was handed on to where errors are answered. */
  public static PageTaste of(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return new PageTaste(
        failed instanceof String path ? path : request.getRequestURI(),
        request.getHeader("Accept"));
  }

  /** Whether a page is the better answer. */
  public boolean wantsPage() {
    return accept != null
        && accept.contains("text/html")
        && !isUnder("/api")
        && !isUnder("/.well-known");
  }

  private boolean isUnder(String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
