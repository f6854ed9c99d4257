package org.kycvs.shared.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a range has, and which texts are ranges. */
class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.0, true",
    "203.0.113.0/24, 203.0.113.255, true",
    "203.0.113.0/24, 203.0.114.0, false",
    "203.0.113.0/24, 203.0.112.255, false",
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.8, false",
    "203.0.113.0/24, ::ffff:203.0.113.9, true",
    "::ffff:203.0.113.0/120, 203.0.113.9, true",
    "::ffff:203.0.113.0/120, 203.0.114.9, false",
    "0.0.0.0/0, 255.1.2.3, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 203.0.113.7, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::, false",
    "128.0.0.0/1, 200.0.0.1, true"
  })
  void contains_address_countsBits(String range, String address, boolean isIn) {
    assertEquals(isIn, range(range).contains(address(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "dead.beef",
        "203.0.113",
        "203.0.113.256",
        "203.0.113.07",
        "203.0.113.1/24",
        "203.0.113.0/33",
        "203.0.113.0/-1",
        "2001:db8::/129",
        "2001:db8::1/64",
        "2001:db8:::",
        "::ffff:203.0.113.0/95",
        ":",
        "203.0.113.0/24 ",
        "fe80::1%eth0"
      })
  void parse_whatIsNoRange_isEmpty(String text) {
    assertTrue(AddressRange.parse(text).isEmpty(), text);
  }

  @Test
  void contains_range_onlyIfAllOfItIsIn() {
    assertTrue(range("10.0.0.0/8").contains(range("10.0.0.0/8")));
    assertTrue(range("10.0.0.0/8").contains(range("10.255.0.0/16")));
    assertEquals(false, range("10.0.0.0/16").contains(range("10.0.0.0/8")));
    assertEquals(false, range("10.0.0.0/8").contains(range("11.0.0.0/16")));
  }

  @Test
  void networkOf_address_namesNoMachine() {
    assertEquals(range("203.0.113.0/24"), AddressRange.networkOf(address("203.0.113.7")));
    assertEquals(range("2001:db8:1::/48"), AddressRange.networkOf(address("2001:db8:1:2::3")));
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.0/24",
    "10.0.0.0/8, 10.0.0.0/8",
    "::1, ::1/128",
    "::/0, ::/0",
    "2001:DB8:0:0::/32, 2001:db8::/32",
    "2001:db8:0:0:1:0:0:0/80, 2001:db8:0:0:1::/80",
    "2001:db8:0:1:1:1:1:10, 2001:db8:0:1:1:1:1:10/128",
    "50::, 50::/128",
    "2001:db0::/28, 2001:db0::/28",
    "::ffff:203.0.113.7, 203.0.113.7/32"
  })
  void toString_ofRange_isItsShortestForm(String text, String shortest) {
    assertEquals(shortest, range(text).toString());
    assertEquals(range(text), range(shortest));
  }

  private static AddressRange range(String text) {
    return AddressRange.parse(text).orElseThrow();
  }

  private static InetAddress address(String text) {
    return AddressRange.literal(text).orElseThrow();
  }
}
