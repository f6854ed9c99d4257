package org.kycvs.webshared.drain;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Counts requests, and refuses new ones on a node that is about to stop. Health is still told. */
@WebFilter(urlPatterns = "/*")
public class DrainFilter extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient Drain drain;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getRequestURI().startsWith("/health")) {
      chain.doFilter(request, response);
    } else if (drain.enter()) {
      try {
        chain.doFilter(request, response);
      } finally {
        drain.leave();
      }
    } else {
      response.setHeader("Connection", "close");
      response.setHeader("Retry-After", "1");
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }
}
