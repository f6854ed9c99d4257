package org.kycvs.application;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.kycvs.webshared.page.PageTaste;

/**
 * The contract of the API at {@code /openapi}, as it was written. The server has an endpoint of its
 * own there, which steps aside for this one: it leaves out which calls need no API key, and adds a
 * member that OpenAPI does not have.
 */
@WebServlet({"/openapi", "/openapi/*"})
public class OpenApiDocument extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Where MicroProfile OpenAPI has the document of a web application. */
  private static final String RESOURCE = "/META-INF/openapi.yaml";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getPathInfo() != null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    // RFC 9512; a browser would save that as a file rather than show it.
    response.setContentType(
        PageTaste.of(request).wantsPage() ? "text/plain;charset=UTF-8" : "application/yaml");
    try (InputStream document = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
      if (document == null) {
        throw new FileNotFoundException(RESOURCE);
      }
      document.transferTo(response.getOutputStream());
    }
  }
}
