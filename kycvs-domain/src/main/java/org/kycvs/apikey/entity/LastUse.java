package org.kycvs.apikey.entity;

import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kycvs.shared.address.AddressRange;

/**
 * When and from where a key was last used, as closely as is kept: enough to see that a key is not
 * needed any more, or that a stranger has it.
 *
 * @param at to the minute
 * @param from the network, not the machine
 */
public record LastUse(Instant at, AddressRange from) {

  /** Of a call. */
  public static LastUse of(Instant at, InetAddress from) {
    return new LastUse(at.truncatedTo(ChronoUnit.MINUTES), AddressRange.networkOf(from));
  }
}
