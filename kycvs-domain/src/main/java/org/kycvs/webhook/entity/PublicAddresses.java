package org.kycvs.webhook.entity;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.kycvs.shared.address.AddressRange;

/**
 * Which addresses belong to anybody on the internet, so that calling one cannot reach into our own
 * networks: those that IANA set aside for nothing special (its IPv4 and IPv6 Special-Purpose
 * Address Registries, RFC 6890). Addresses that carry an IPv4 address within (6to4, NAT64, Teredo,
 * mapped, compatible) are never among them: who has them has a plain one too.
 */
public final class PublicAddresses {
  private static final List<AddressRange> SPECIAL_IPV4 =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // behind a carrier's NAT
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, and clouds' metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.31.196.0/24", // AS112
          "192.52.193.0/24", // AMT
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "192.175.48.0/24", // AS112
          "198.18.0.0/15", // benchmarking
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  /** All that was ever given out. Loopback, unique local, link-local, mapped … are outside. */
  private static final AddressRange GLOBAL_IPV6 = AddressRange.parse("2000::/3").orElseThrow();

  private static final List<AddressRange> SPECIAL_IPV6 =
      ranges(
          "2001::/23", // protocol assignments: Teredo, benchmarking, ORCHID …
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "2620:4f:8000::/48", // AS112
          "3fff::/20"); // documentation

  private PublicAddresses() {}

  /** Whether it is one. */
  public static boolean contain(InetAddress address) {
    return address instanceof Inet4Address
        ? isNoneOf(SPECIAL_IPV4, address)
        : GLOBAL_IPV6.contains(address) && isNoneOf(SPECIAL_IPV6, address);
  }

  private static boolean isNoneOf(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().noneMatch(range -> range.contains(address));
  }

  private static List<AddressRange> ranges(String... ranges) {
    return Stream.of(ranges).map(range -> AddressRange.parse(range).orElseThrow()).toList();
  }
}
