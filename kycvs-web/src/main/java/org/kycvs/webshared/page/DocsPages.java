package org.kycvs.webshared.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The documentation, whose pages the build made. Left to itself, the server would lead from {@code
 * /docs} to {@code /docs/} before any filter, and at an address of its own making, which behind a
 * proxy is the wrong one.
 */
@WebServlet("/docs/*")
public class DocsPages extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** A folder, with its slash or without. Nothing else is looked for. */
  private static final Pattern FOLDER = Pattern.compile("(/docs(?:/[a-z0-9-]{1,40})?)(/?)");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher folder = FOLDER.matcher(request.getRequestURI());
    if (!folder.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try (InputStream page =
        getServletContext().getResourceAsStream(folder.group(1) + "/index.html")) {
      if (page == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
      } else if (folder.group(2).isEmpty()) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", folder.group(1) + "/");
      } else {
        response.setContentType("text/html;charset=UTF-8");
        page.transferTo(response.getOutputStream());
      }
    }
  }
}
