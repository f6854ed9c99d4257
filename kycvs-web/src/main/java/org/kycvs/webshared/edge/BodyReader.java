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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.kycvs.shared.address.EdgeSettings;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.webshared.json.JsonBodies;
import org.kycvs.webshared.problem.ProblemDocument;

/**
 * Reads the body of an API call or a delivery report, and only then lets it begin, through the
 * {@link CallGate}: who sends slowly, or nothing at all, takes nothing but a thread, of which there
 * are many more than calls. How the reading went is told by {@link BodyLimit}, within the call.
 */
@WebFilter(
    filterName = "edge-body",
    urlPatterns = {"/api/*", "/sms-reports/*"})
public class BodyReader extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  private static final Logger LOG = System.getLogger(BodyReader.class.getName());

  @Inject private transient EdgeSettings settings;
  @Inject private transient CallGate gate;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (announcesBody(request)
        && request.getContentLengthLong() <= IncomingBody.MOST
        && !new IncomingBody(request, settings.bodyTime()).read()) {
      tellBroken(request, response);
      return;
    }
    gate.enter();
    try {
      chain.doFilter(request, response);
    } finally {
      gate.leave();
    }
  }

  /** Mostly, whoever broke off does not listen any more: that is no fault of ours. */
  private static void tellBroken(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemCode code = ProblemCode.BODY_MALFORMED;
    byte[] problem =
        JsonBodies.written(
            ProblemDocument.of(
                code,
                "The body broke off, or its chunks are none. Send it again.",
                RequestId.of(request),
                List.of(),
                Map.of()));
    response.setStatus(code.status());
    response.setContentType(ProblemDocument.MEDIA_TYPE);
    response.setContentLength(problem.length);
    response.setHeader("Connection", "close");
    try {
      response.getOutputStream().write(problem);
      response.flushBuffer();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "Nobody to tell", e);
    }
  }

  /** RFC 9112, section 6.3: without either there is none. */
  private static boolean announcesBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }
}
