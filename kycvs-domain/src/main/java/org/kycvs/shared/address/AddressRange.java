package org.kycvs.shared.address;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IP addresses, as CIDR writes it (RFC 4632; RFC 4291, section 2.3). IPv4 addresses
 * within IPv6 ({@code ::ffff:192.0.2.1}) are the IPv4 addresses that they stand for.
 */
public final class AddressRange {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

  /** Numbers only: a name would be looked up. */
  private static final Pattern FORM =
      Pattern.compile(
          "("
              + (OCTET + "(?:\\." + OCTET + "){3}")
              + "|(?=[0-9A-Fa-f:])[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)(?:/([0-9]{1,3}))?");

  /** Two groups of nothing or more, in an address written in full. */
  private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f.])0(?::0)+(?![0-9a-f.])");

  private static final int IPV4_BYTES = 4;
  private static final int BITS_BEFORE_MAPPED_IPV4 = 96;
  private static final int NETWORK_OF_IPV4 = 24;
  private static final int NETWORK_OF_IPV6 = 48;

  private final InetAddress first;
  private final int prefix;

  private AddressRange(InetAddress first, int prefix) {
    this.first = first;
    this.prefix = prefix;
  }

  /**
   * The range of a text such as {@code 203.0.113.0/24}, {@code 2001:db8::/32} or a single address;
   * empty if it is none, or has bits set beyond its prefix, so that it is not clear what is meant.
   */
  public static Optional<AddressRange> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<InetAddress> address = literal(form.group(1));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int bits = address.get().getAddress().length * Byte.SIZE;
    boolean mapped = bits == IPV4_BYTES * Byte.SIZE && form.group(1).indexOf(':') >= 0;
    int prefix =
        form.group(2) == null
            ? bits
            : Integer.parseInt(form.group(2)) - (mapped ? BITS_BEFORE_MAPPED_IPV4 : 0);
    if (prefix < 0 || prefix > bits || !masked(address.get(), prefix).equals(address.get())) {
      return Optional.empty();
    }
    return Optional.of(new AddressRange(address.get(), prefix));
  }

  /** The address that a text writes in numbers; no name is looked up. */
  public static Optional<InetAddress> literal(String text) {
    try {
      return FORM.matcher(text).matches() && text.indexOf('/') < 0
          ? Optional.of(InetAddress.getByName(text))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** The network that an address is in: /24 of IPv4, /48 of IPv6. It does not name a machine. */
  public static AddressRange networkOf(InetAddress address) {
    InetAddress plain = plain(address.getAddress());
    int prefix = plain.getAddress().length == IPV4_BYTES ? NETWORK_OF_IPV4 : NETWORK_OF_IPV6;
    return new AddressRange(masked(plain, prefix), prefix);
  }

  /** Whether the address is in the range. */
  public boolean contains(InetAddress address) {
    InetAddress plain = plain(address.getAddress());
    return plain.getAddress().length == first.getAddress().length
        && masked(plain, prefix).equals(first);
  }

  /** Whether every address of the other range is in this one. */
  public boolean contains(AddressRange other) {
    return other.prefix >= prefix && contains(other.first);
  }

  private static InetAddress masked(InetAddress address, int prefix) {
    byte[] bytes = address.getAddress();
    int rest = bytes.length * Byte.SIZE - prefix;
    BigInteger kept = new BigInteger(1, bytes).shiftRight(rest).shiftLeft(rest);
    for (int i = bytes.length - 1; i >= 0; i--) {
      bytes[i] = kept.byteValue();
      kept = kept.shiftRight(Byte.SIZE);
    }
    return plain(bytes);
  }

  /** The address of these bytes; Java itself makes an IPv4 address of one within IPv6. */
  private static InetAddress plain(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address has 4 or 16 bytes", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressRange range
        && first.equals(range.first)
        && prefix == range.prefix;
  }

  @Override
  public int hashCode() {
    return first.hashCode() * 31 + prefix;
  }

  /** As CIDR writes it; of IPv6 the longest run of zeros is left out (RFC 5952, section 4.2). */
  @Override
  public String toString() {
    String text = first.getHostAddress();
    Optional<MatchResult> longest =
        ZEROS
            .matcher(text)
            .results()
            .max(Comparator.comparingInt(zeros -> zeros.end() - zeros.start()));
    if (longest.isPresent()) {
      String before = text.substring(0, longest.get().start()).replaceFirst(":$", "");
      String after = text.substring(longest.get().end()).replaceFirst("^:", "");
      text = before + "::" + after;
    }
    return text + "/" + prefix;
  }
}
