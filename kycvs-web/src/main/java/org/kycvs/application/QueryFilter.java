package org.kycvs.application;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.webshared.problem.Refusal;

/**
 * Refuses a query that is none (RFC 3986, sections 2.1 and 3.4) or does not spell UTF-8, before
 * anybody decodes it: the server would log the parameter and leave it out, and Jersey fails on it
 * when the request calls itself a form. The others are read as UTF-8, whatever charset the request
 * gives its body: the server would decode the query by that one.
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
  private static final int ASCII = 0x7f;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isWellFormed(request.getQueryString())) {
      request.setCharacterEncoding(StandardCharsets.UTF_8.name());
      chain.doFilter(request, response);
    } else {
      ErrorAnswers.answer(
          request,
          response,
          new Refusal(
              ProblemCode.INVALID_REQUEST,
              "The query is not written as RFC 3986 says. Write each byte of its UTF-8 that is no"
                  + " letter, digit or one of -._~ as a percent sign and two hexadecimal digits."));
    }
  }

  /** Whether it is ASCII, each percent sign begins an escape, and the escapes are UTF-8. */
  static boolean isWellFormed(@Nullable String query) {
    return query == null || decoded(query).map(QueryFilter::isUtf8).orElse(false);
  }

  private static Optional<byte[]> decoded(String query) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(query.length());
    for (int at = 0; at < query.length(); at++) {
      char character = query.charAt(at);
      if (character != '%') {
        if (character > ASCII) {
          return Optional.empty();
        }
        bytes.write(character);
        continue;
      }
      if (at + DIGITS >= query.length()) {
        return Optional.empty();
      }
      int high = Character.digit(query.charAt(at + 1), HEXADECIMAL);
      int low = Character.digit(query.charAt(at + 2), HEXADECIMAL);
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.write(high * HEXADECIMAL + low);
      at += DIGITS;
    }
    return Optional.of(bytes.toByteArray());
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
