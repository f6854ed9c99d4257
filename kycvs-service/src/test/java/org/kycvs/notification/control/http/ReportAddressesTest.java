package org.kycvs.notification.control.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.ReportSettings;
import org.kycvs.shared.crypto.MasterKey;

class ReportAddressesTest {
  private final ReportAddresses addresses = Gateways.REPORTS;

  @Test
  void of_message_hasATokenThatFitsThisMessageOfThisGatewayOnly() {
    String address = addresses.of("a", 7);
    assertTrue(
        address.matches("https://kycvs\\.example/sms-reports/a/7/[A-Za-z0-9_-]{22}"), address);
    String token = address.substring(address.length() - 22);
    assertTrue(addresses.fits("a", 7, token));
    assertFalse(addresses.fits("a", 8, token));
    assertFalse(addresses.fits("b", 7, token));
    assertFalse(addresses.fits("a", 7, token.substring(1)));
    assertFalse(addresses.fits("a", 7, ""));
    assertFalse(addresses.fits("a", 7, "हि"));
  }

  @Test
  void of_nameAndNumberThatJoinAlike_areDifferent() {
    assertFalse(addresses.fits("a1", 7, last(addresses.of("a", 17))));
  }

  @Test
  void of_otherKey_isAnother() {
    ReportAddresses others =
        new ReportAddresses(
            new ReportSettings("https://kycvs.example"),
            MasterKey.parse("BBECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
    assertFalse(addresses.fits("a", 7, last(others.of("a", 7))));
    assertEquals(22, last(others.of("a", 7)).length());
  }

  private static String last(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
