package org.kycvs.webshared.edge;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
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
 * Has the body of an API call read before the call begins, without a thread that waits for it: who
 * sends slowly, or nothing at all, keeps nobody else from being served. How it went is told by
 * {@link BodyLimit}, within the call.
 */
@WebFilter(filterName = "edge-body", urlPatterns = "/api/*", asyncSupported = true)
public class BodyReader extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient EdgeSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!announcesBody(request) || request.getContentLengthLong() > IncomingBody.MOST) {
      chain.doFilter(request, response);
      return;
    }
    AsyncContext waiting = request.startAsync();
    waiting.setTimeout(settings.bodyTime().toMillis());
    IncomingBody body = new IncomingBody(waiting);
    waiting.addListener(body);
    request.getInputStream().setReadListener(body);
  }

  /** RFC 9112, section 6.3: without either there is none. */
  private static boolean announcesBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }
}
