package org.kycvs.webshared.edge;

import java.net.InetAddress;
import java.util.List;
import org.kycvs.shared.address.EdgeSettings;

/**
 * Who calls, as far as it can be known.
 *
 * @param address the nearest address that is no trusted proxy's
 * @param secure whether a trusted proxy says that it was reached over TLS
 */
record Caller(InetAddress address, boolean secure) {

  /**
   * Goes from our end of the connection towards the client, as long as trusted proxies tell whom
   * they had the request from. What others tell is not looked at: anybody may write a header.
   *
   * @param peer the other end of the connection
   * @param hops what the headers tell, from the client's end to ours
   */
  static Caller of(InetAddress peer, List<ForwardedHop> hops, EdgeSettings settings) {
    InetAddress known = peer;
    boolean secure = false;
    for (int i = hops.size() - 1; i >= 0 && settings.trusts(known); i--) {
      ForwardedHop hop = hops.get(i);
      secure = hop.secure();
      if (hop.from().isEmpty()) {
        break;
      }
      known = hop.from().get();
    }
    return new Caller(known, secure);
  }
}
