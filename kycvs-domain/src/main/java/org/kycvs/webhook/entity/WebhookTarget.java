package org.kycvs.webhook.entity;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.address.AddressRange;

/**
 * Where an endpoint is: an {@code https} URL with a name or a public address. Whether its name
 * leads to public addresses is looked at each time that something is sent.
 */
public final class WebhookTarget {
  /** Longest URL, in characters. */
  public static final int LONGEST = 500;

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;
  private static final int FIRST_FREE_PORT = 1024;

  /** Labels of letters, digits and hyphens (RFC 1123, section 2.1); the last is no number. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
              + "(?=[A-Za-z0-9-]*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  private static final String LOCALHOST = "localhost";

  private final URI uri;

  private WebhookTarget(URI uri) {
    this.uri = uri;
  }

  /** What is wrong with a text as an endpoint's URL, and what is allowed; empty if nothing is. */
  public static Optional<String> objection(String text, boolean allowLoopback) {
    URI uri;
    try {
      uri = new URI(text).parseServerAuthority();
    } catch (URISyntaxException e) {
      return Optional.of("This is a URL like https://hooks.example/kycvs, in ASCII.");
    }
    String host = uri.getHost();
    if (host == null || text.length() > LONGEST || !isAscii(text)) {
      return Optional.of(
          "This is a URL like https://hooks.example/kycvs, in ASCII, at most 500 characters.");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return Optional.of("This has no user, password or fragment.");
    }
    boolean loopback = allowLoopback && isLoopback(host);
    if (!"https".equals(uri.getScheme()) && !(loopback && "http".equals(uri.getScheme()))) {
      return Optional.of("This begins with https://.");
    }
    if (!loopback && uri.getPort() != -1 && uri.getPort() != HTTPS_PORT && !isFree(uri.getPort())) {
      return Optional.of("The port is 443, or from 1024 to 65535.");
    }
    return loopback || isPublic(host)
        ? Optional.empty()
        : Optional.of("The host is a full name, or an address that is public.");
  }

  /**
   * The target of a kept URL.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static WebhookTarget of(String url) {
    return new WebhookTarget(URI.create(url));
  }

  /** The whole URL. It may hold what the organisation keeps secret, so it is not logged. */
  public String url() {
    return uri.toString();
  }

  /** Whether TLS is spoken. */
  public boolean isSecure() {
    return "https".equals(uri.getScheme());
  }

  /** The name, or an address without brackets. */
  public String host() {
    return bare(uri.getHost());
  }

  /** The port. */
  public int port() {
    return uri.getPort() != -1 ? uri.getPort() : isSecure() ? HTTPS_PORT : HTTP_PORT;
  }

  /** Host and port as the header {@code Host} has them (RFC 9110, section 7.2). */
  public String authority() {
    return uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  /** Path and query as the request line has them (RFC 9112, section 3.2.1). */
  public String path() {
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  private static boolean isFree(int port) {
    return port >= FIRST_FREE_PORT && port <= 0xffff;
  }

  private static boolean isPublic(String host) {
    Optional<InetAddress> address = AddressRange.literal(bare(host));
    return address.isPresent()
        ? PublicAddresses.contain(address.get())
        : NAME.matcher(host).matches();
  }

  private static boolean isLoopback(String host) {
    return LOCALHOST.equals(host.toLowerCase(Locale.ROOT))
        || AddressRange.literal(bare(host)).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  private static String bare(@Nullable String host) {
    String text = host == null ? "" : host;
    return text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(character -> character > ' ' && character < 0x7f);
  }

  @Override
  public String toString() {
    return "WebhookTarget";
  }
}
