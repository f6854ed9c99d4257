package org.kycvs.shared.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Addresses that are taken for one caller: one IPv4 address, or the /64 of an IPv6 address, which
 * is what one network gets and may choose from freely.
 *
 * @param isIpv6 of which kind
 * @param bits the address, or the first 64 bits of it
 */
public record AddressBlock(boolean isIpv6, long bits) {

  /** The block that an address lies in. */
  public static AddressBlock of(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    boolean isIpv6 = address instanceof Inet6Address;
    return new AddressBlock(isIpv6, isIpv6 ? bytes.getLong() : bytes.getInt());
  }
}
