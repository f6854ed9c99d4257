package org.kycvs.signing.entity;

import java.net.URI;
import java.util.Locale;
import org.kycvs.shared.mode.Mode;

/**
 * Who signs: the {@code iss} of statements and receipts, an http(s) URI without query, fragment and
 * trailing slash. The issuer of test mode is the live one with {@code /test} after it, so that no
 * text can be read as both.
 */
public final class Issuer {
  private static final String TEST_SUFFIX = "/test";

  private final String live;
  private final Mode mode;

  private Issuer(String live, Mode mode) {
    this.live = live;
    this.mode = mode;
  }

  /**
   * The issuer of live statements.
   *
   * @throws IllegalArgumentException if the URI has another form; the message says what is allowed
   */
  public static Issuer live(String uri) {
    if (!hasForm(uri)) {
      throw new IllegalArgumentException(
          "an http or https URI in lower case, without trailing slash, user, query and fragment,"
              + " not ending in /test");
    }
    return new Issuer(uri, Mode.LIVE);
  }

  private static boolean hasForm(String text) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
    boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    return http
        && uri.getHost() != null
        && uri.getHost().equals(uri.getHost().toLowerCase(Locale.ROOT))
        && uri.getUserInfo() == null
        && uri.getQuery() == null
        && uri.getFragment() == null
        && uri.normalize().equals(uri)
        && !text.endsWith("/")
        && !text.endsWith(TEST_SUFFIX);
  }

  /** The same installation's issuer of a mode. */
  public Issuer in(Mode other) {
    return new Issuer(live, other);
  }

  /** The URI, as {@code iss} has it. */
  public String value() {
    return mode == Mode.TEST ? live + TEST_SUFFIX : live;
  }

  /** Where the public keys of this issuer are. */
  public String jwksUri() {
    return live + "/.well-known" + (mode == Mode.TEST ? TEST_SUFFIX : "") + "/jwks.json";
  }

  /** What its statements concern. */
  public Mode mode() {
    return mode;
  }

  /** Whether the URI is https. */
  public boolean isSecure() {
    return live.startsWith("https:");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Issuer issuer && issuer.value().equals(value());
  }

  @Override
  public int hashCode() {
    return value().hashCode();
  }

  @Override
  public String toString() {
    return value();
  }
}
