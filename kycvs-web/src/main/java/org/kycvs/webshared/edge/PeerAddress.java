package org.kycvs.webshared.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The other end of the connection, whatever headers say: anybody may write those. Behind a proxy
 * this is the proxy.
 */
@ApplicationScoped
public class PeerAddress implements ClientAddress {

  @Override
  public InetAddress of(HttpServletRequest request) {
    try {
      // The server gives the address in numbers, so no name is looked up. What follows % is the
      // interface of this machine.
      return InetAddress.getByName(request.getRemoteAddr().replaceFirst("%.*", ""));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("The server told no address", e);
    }
  }
}
