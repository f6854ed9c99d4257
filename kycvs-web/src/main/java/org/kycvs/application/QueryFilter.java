package org.kycvs.application;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.webshared.problem.Refusal;

/**
 * Refuses a query with a percent sign that no two hexadecimal digits follow (RFC 3986, section
 * 2.1), before anybody decodes it: the server would log the parameter and leave it out, and Jersey
 * fails on it when the request calls itself a form.
 */
@WebFilter(
    filterName = "edge-query",
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class QueryFilter extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;
  private static final int DIGITS = 2;
  private static final int HEXADECIMAL = 16;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isWellFormed(request.getQueryString())) {
      chain.doFilter(request, response);
    } else {
      ErrorAnswers.answer(
          request,
          response,
          new Refusal(
              ProblemCode.INVALID_REQUEST,
              "The query has a percent sign without two hexadecimal digits after it. Write %25 for"
                  + " the sign itself."));
    }
  }

  /** Whether each percent sign begins an escape. */
  static boolean isWellFormed(@Nullable String query) {
    if (query == null) {
      return true;
    }
    for (int at = query.indexOf('%'); at >= 0; at = query.indexOf('%', at + 1)) {
      if (at + DIGITS >= query.length()
          || Character.digit(query.charAt(at + 1), HEXADECIMAL) < 0
          || Character.digit(query.charAt(at + 2), HEXADECIMAL) < 0) {
        return false;
      }
    }
    return true;
  }
}
