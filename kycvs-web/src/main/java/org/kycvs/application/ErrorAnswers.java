package org.kycvs.application;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.kycvs.webshared.edge.RequestId;
import org.kycvs.webshared.json.JsonBodies;
import org.kycvs.webshared.page.ErrorPage;
import org.kycvs.webshared.page.PageTaste;
import org.kycvs.webshared.problem.ProblemDocument;
import org.kycvs.webshared.problem.Refusal;

/**
 * Answers what the server refused before JAX-RS saw it, in place of the server's own page: with a
 * page in a browser, else with a problem document.
 */
@WebServlet("/error")
public class ErrorAnswers extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Without the attribute somebody came here by hand.
    Refusal refusal =
        Refusal.of(
            request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpServletResponse.SC_NOT_FOUND);
    answer(request, response, refusal);
  }

  /** Answers a request with a refusal, as a page or as a problem document. */
  static void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    int status = refusal.code().status();
    String id = RequestId.of(request);
    response.setStatus(status);
    if (PageTaste.of(request).wantsPage()) {
      response.setContentType(ErrorPage.MEDIA_TYPE);
      write(response, ErrorPage.of(status, id).getBytes(StandardCharsets.UTF_8));
    } else {
      response.setContentType(ProblemDocument.MEDIA_TYPE);
      write(
          response,
          JsonBodies.written(
              ProblemDocument.of(refusal.code(), refusal.detail(), id, List.of(), Map.of())));
    }
  }

  private static void write(HttpServletResponse response, byte[] body) throws IOException {
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
