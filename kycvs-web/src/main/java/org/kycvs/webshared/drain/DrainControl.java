package org.kycvs.webshared.drain;

import javax.management.MXBean;

/**
 * How whoever runs this server asks it to finish, as the MBean {@code org.kycvs:type=Drain}: JMX
 * needs no class, port or file that both sides share.
 */
@MXBean
public interface DrainControl {
  /** From now on readiness is down and new requests are refused; there is no way back. */
  void begin();

  /** How many requests are being answered. */
  int getRunningRequests();
}
