package org.kycvs.webshared.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Leads from a page of the documentation without a slash at its end to the page. The server would
 * do so by itself, to an address of its own making, which behind a proxy is the wrong one.
 */
@WebFilter(filterName = "docs-folder", urlPatterns = "/docs/*")
public class DocsFolder extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    if (lacksSlash(path)) {
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      response.setHeader("Location", path + "/");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Whether a path below {@code /docs} has the form of a page's name, and no slash after it. */
  static boolean lacksSlash(String path) {
    return path.matches("/docs(/[a-z0-9-]+)?");
  }
}
