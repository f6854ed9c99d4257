package org.kycvs.webshared.edge;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Names each request, in its answer and in the log, where it has a line at its end, and sets the
 * headers that keep browsers careful with each answer.
 */
@WebFilter(
    filterName = "edge",
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class EdgeFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** RFC 6797, section 6.1. Over plain HTTP it must not be sent (section 7.2). */
  private static final String STRICT_TRANSPORT_SECURITY = "max-age=31536000; includeSubDomains";

  @Inject private transient ClientAddress addresses;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader(RequestId.HEADER, RequestId.of(request));
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    if (addresses.isSecure(request)) {
      response.setHeader("Strict-Transport-Security", STRICT_TRANSPORT_SECURITY);
    }
    response.setHeader(
        "Cache-Control", caching(request.getDispatcherType(), request.getServletPath()));
    try (RequestThread unused = RequestThread.serving(RequestId.of(request))) {
      AccessLine.of(request).follow(request, response, chain);
    }
  }

  /**
   * How long the answer may be kept, unless what makes it knows better and says so.
   *
   * @param path of the servlet that is asked: one serves all of the documentation
   */
  static String caching(DispatcherType dispatched, String path) {
    if (dispatched == DispatcherType.REQUEST && path.startsWith("/assets/")) {
      return "max-age=3600";
    }
    return dispatched == DispatcherType.REQUEST && path.equals("/docs")
        ? "max-age=300"
        : "no-store";
  }
}
