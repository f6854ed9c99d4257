package org.kycvs.webshared.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/** Where a call comes from. */
public interface ClientAddress {

  /** The caller's address; an IPv4 address within IPv6 is the IPv4 address. */
  InetAddress of(HttpServletRequest request);

  /** Whether the caller came over TLS, to this server or to a trusted proxy. */
  boolean isSecure(HttpServletRequest request);
}
