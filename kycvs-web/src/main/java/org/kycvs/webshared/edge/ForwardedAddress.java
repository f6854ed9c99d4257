package org.kycvs.webshared.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import org.kycvs.shared.address.EdgeSettings;
import org.kycvs.shared.address.ForwardedHeader;

/**
 * The client's address: the other end of the connection, unless that is a trusted proxy, which then
 * tells the client's.
 */
@ApplicationScoped
public class ForwardedAddress implements ClientAddress {
  @Inject private EdgeSettings settings;

  @Override
  public InetAddress of(HttpServletRequest request) {
    return caller(request).address();
  }

  @Override
  public boolean isSecure(HttpServletRequest request) {
    return request.isSecure() || caller(request).secure() || proxySaysHttps(request);
  }

  private Caller caller(HttpServletRequest request) {
    InetAddress peer = peer(request);
    return settings.trusts(peer)
        ? Caller.of(peer, hops(request), settings)
        : new Caller(peer, false);
  }

  private List<ForwardedHop> hops(HttpServletRequest request) {
    ForwardedHeader header = settings.forwardedHeader();
    return Collections.list(request.getHeaders(header.header())).stream()
        .flatMap(
            line ->
                (header == ForwardedHeader.FORWARDED
                        ? ForwardedLine.standard(line)
                        : ForwardedLine.common(line))
                    .stream())
        .toList();
  }

  /** Beside {@code X-Forwarded-For} goes a header of its own. */
  private boolean proxySaysHttps(HttpServletRequest request) {
    return settings.forwardedHeader() == ForwardedHeader.X_FORWARDED_FOR
        && settings.trusts(peer(request))
        && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }

  private static InetAddress peer(HttpServletRequest request) {
    try {
      // The server gives the address in numbers, so no name is looked up. What follows % is the
      // interface of this machine.
      return InetAddress.getByName(request.getRemoteAddr().replaceFirst("%.*", ""));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("The server told no address", e);
    }
  }
}
