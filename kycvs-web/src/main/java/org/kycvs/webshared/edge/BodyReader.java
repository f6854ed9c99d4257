package org.kycvs.webshared.edge;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.kycvs.shared.address.EdgeSettings;

/**
 * Reads the body of an API call, and only then lets the call begin, through the {@link CallGate}:
 * who sends slowly, or nothing at all, takes nothing but a thread, of which there are many more
 * than calls. How the reading went is told by {@link BodyLimit}, within the call.
 */
@WebFilter(filterName = "edge-body", urlPatterns = "/api/*")
public class BodyReader extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient EdgeSettings settings;
  @Inject private transient CallGate gate;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (announcesBody(request) && request.getContentLengthLong() <= IncomingBody.MOST) {
      new IncomingBody(request, settings.bodyTime()).read();
    }
    gate.enter();
    try {
      chain.doFilter(request, response);
    } finally {
      gate.leave();
    }
  }

  /** RFC 9112, section 6.3: without either there is none. */
  private static boolean announcesBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }
}
