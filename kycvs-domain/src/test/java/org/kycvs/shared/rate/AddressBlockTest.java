package org.kycvs.shared.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AddressBlockTest {

  @Test
  void of_ipv4_isTheAddressAlone() throws UnknownHostException {
    assertEquals(block("203.0.113.7"), block("203.0.113.7"));
    assertEquals(block("203.0.113.7"), block("::ffff:203.0.113.7"));
    assertNotEquals(block("203.0.113.7"), block("203.0.113.8"));
  }

  @Test
  void of_ipv6_isTheNetworkOfSixtyFourBits() throws UnknownHostException {
    assertEquals(block("2001:db8:1:2::1"), block("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    assertNotEquals(block("2001:db8:1:2::1"), block("2001:db8:1:3::1"));
  }

  @Test
  void of_ipv6ThatBeginsLikeAnIpv4_isAnother() throws UnknownHostException {
    assertNotEquals(block("0.0.0.1"), block("0:0:0:1::"));
  }

  private static AddressBlock block(String address) throws UnknownHostException {
    return AddressBlock.of(InetAddress.getByName(address));
  }
}
