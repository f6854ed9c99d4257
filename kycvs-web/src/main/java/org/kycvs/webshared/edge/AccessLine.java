package org.kycvs.webshared.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one line that the log has of each request, at its end: method, route, status, microseconds,
 * request id, and the id of an API key that was proven. Nothing in it is made up by the caller, and
 * nothing tells of a person or an address.
 *
 * <p>It is logged as a map, so that the log's format decides how it is written, on no request if
 * nobody wants it.
 */
public final class AccessLine {
  private static final Logger LOG = Logger.getLogger("org.kycvs.access");
  private static final String ATTRIBUTE = AccessLine.class.getName();

  private final long began = System.nanoTime();
  private @Nullable String key;
  private boolean written;

  private AccessLine() {}

  /** The line of a request; it begins with the first look. */
  public static AccessLine of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof AccessLine known) {
      return known;
    }
    AccessLine line = new AccessLine();
    request.setAttribute(ATTRIBUTE, line);
    return line;
  }

  /** The caller has proven to hold the API key with this public id. */
  public void proven(String keyId) {
    key = keyId;
  }

  /** Has the request served, and writes the line, unless an error page follows that will. */
  void follow(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(request, response);
      write(request, response.getStatus());
      return;
    }
    Watched watched = new Watched(response);
    boolean failed = true;
    try {
      chain.doFilter(request, watched);
      failed = false;
    } finally {
      // The error page comes then, as a dispatch of its own. What was begun to be sent has none.
      boolean errorPageFollows = watched.hasSentError || failed && !response.isCommitted();
      if (!errorPageFollows) {
        write(request, response.getStatus());
      }
    }
  }

  /** Writes the line of a request that ended with this status. */
  void write(HttpServletRequest request, int status) {
    if (written || !LOG.isLoggable(Level.INFO)) {
      return;
    }
    written = true;
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("method", Route.method(request.getMethod()));
    members.put("route", Route.of(path(request)));
    members.put("status", status);
    members.put("microseconds", TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
    members.put("requestId", RequestId.of(request));
    if (key != null) {
      members.put("key", key);
    }
    LOG.log(Level.INFO, "{0}", members);
  }

  /** In an error page's dispatch the request has the page's path. */
  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
  }

  private static final class Watched extends HttpServletResponseWrapper {
    private boolean hasSentError;

    Watched(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
      hasSentError = true;
      super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      hasSentError = true;
      super.sendError(status, message);
    }
  }
}
