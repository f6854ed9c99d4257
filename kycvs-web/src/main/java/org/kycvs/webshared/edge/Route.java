package org.kycvs.webshared.edge;

import java.util.Set;

/** What a request asks for, without what a caller makes up: fit for a log. */
final class Route {
  /** What is not known here. */
  static final String UNKNOWN = "-";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final Set<String> PATHS =
      Set.of(
          "/",
          "/notice",
          "/notice/",
          "/notice/index.html",
          "/openapi",
          "/docs",
          "/docs/",
          "/health",
          "/health/ready",
          "/health/live",
          "/health/started",
          "/metrics",
          "/dev/sms",
          "/dev/mail",
          "/.well-known/jwks.json",
          "/.well-known/test/jwks.json",
          "/.well-known/kycvs.json",
          "/api/v1/verifications",
          "/api/v1/statement-checks",
          "/api/v3/vaccination/generateOTP",
          "/api/v3/vaccination/confirmOTP",
          "/api/v3/vaccination/status");

  private static final String ASSETS = "/assets/";
  private static final String REPORTS = "/sms-reports/";
  private static final String DOCS = "/docs/";
  private static final String MAIL = "/dev/mail/";
  private static final String VERIFICATION = "/api/v1/verifications/";
  private static final Set<String> PARTS =
      Set.of("code", "confirmation", "statement", "statement.png", "statement.svg", "receipt");

  private Route() {}

  /** A method of HTTP, or {@link #UNKNOWN}. */
  static String method(String method) {
    return METHODS.contains(method) ? method : UNKNOWN;
  }

  /** A path with {@code {id}} for each id, or {@link #UNKNOWN}. */
  static String of(String path) {
    if (PATHS.contains(path)) {
      return path;
    }
    if (path.startsWith(ASSETS)) {
      return ASSETS + "{file}";
    }
    if (path.startsWith(REPORTS)) {
      return REPORTS + "{message}";
    }
    if (path.startsWith(DOCS)) {
      return DOCS + "{page}";
    }
    if (path.startsWith(MAIL)) {
      return MAIL + "{id}" + (path.endsWith("/html") ? "/html" : "");
    }
    return path.startsWith(VERIFICATION)
        ? verification(path.substring(VERIFICATION.length()))
        : UNKNOWN;
  }

  private static String verification(String rest) {
    int slash = rest.indexOf('/');
    if (slash < 0) {
      return VERIFICATION + "{id}";
    }
    String part = rest.substring(slash + 1);
    return PARTS.contains(part) ? VERIFICATION + "{id}/" + part : UNKNOWN;
  }
}
