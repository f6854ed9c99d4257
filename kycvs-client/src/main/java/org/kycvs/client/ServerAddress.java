package org.kycvs.client;

import java.net.URI;
import java.util.Locale;

/** Where the server is, as calls begin. */
final class ServerAddress {
  private ServerAddress() {}

  /**
   * The address without a slash at its end.
   *
   * @param plainAllowed whether plain HTTP will do beyond this machine
   * @throws IllegalArgumentException if no call can or should go there; the message says why
   */
  static String of(URI server, boolean plainAllowed) {
    String scheme = server.getScheme() == null ? "" : server.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http") || server.getHost() == null) {
      throw new IllegalArgumentException(
          "The server's address begins with https:// and its host, as https://kycvs.example.");
    }
    if (server.getRawUserInfo() != null
        || server.getRawQuery() != null
        || server.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The server's address has no user, no ? and no #: it is what stands before /api.");
    }
    if (scheme.equals("http") && !plainAllowed && !isLoopback(server.getHost())) {
      throw new IllegalArgumentException(
          "Plain http would show your API key and whom you ask about to everybody on the way: give"
              + " an https:// address, or say insecurePlainHttp().");
    }
    return server.toString().replaceAll("/+$", "");
  }

  /** By its name alone: what a name server says about a host is nothing to rely on. */
  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.[0-9]{1,3}){3}");
  }
}
