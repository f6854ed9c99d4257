package org.kycvs.webshared.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.address.AddressRange;
import org.kycvs.shared.address.EdgeSettings;
import org.kycvs.shared.settings.Settings;

class CallerTest {
  private static final String CLIENT = "192.0.2.7";

  @Test
  void of_noProxyIsTrusted_isThePeerWhateverHeadersSay() {
    assertEquals("10.0.0.1", caller("", "10.0.0.1", "for=" + CLIENT));
  }

  @Test
  void of_peerIsNoTrustedProxy_isThePeer() {
    assertEquals("10.0.0.2", caller("10.0.0.1", "10.0.0.2", "for=" + CLIENT));
  }

  @Test
  void of_trustedProxy_isWhomItTells() {
    assertEquals(CLIENT, caller("10.0.0.1", "10.0.0.1", "for=" + CLIENT));
  }

  @Test
  void of_clientForgesTheBeginning_isWhomTheProxyTells() {
    assertEquals(CLIENT, caller("10.0.0.1", "10.0.0.1", "for=203.0.113.9, for=" + CLIENT));
  }

  @Test
  void of_chainOfTrustedProxies_isTheFirstThatIsNone() {
    assertEquals(
        CLIENT,
        caller(
            "10.0.0.0/8,2001:db8::/32",
            "10.0.0.1",
            "for=203.0.113.9, for=" + CLIENT + ", for=\"[2001:db8::5]\", for=10.9.9.9"));
  }

  @Test
  void of_allAreTrustedProxies_isTheFarthest() {
    assertEquals("10.0.0.3", caller("10.0.0.0/8", "10.0.0.1", "for=10.0.0.3, for=10.0.0.2"));
  }

  @Test
  void of_hiddenOrMalformed_isTheLastKnown() {
    assertEquals("10.0.0.1", caller("10.0.0.0/8", "10.0.0.1", "for=" + CLIENT + ", for=_hidden"));
    assertEquals("10.0.0.2", caller("10.0.0.0/8", "10.0.0.1", "for=unknown, for=10.0.0.2"));
    assertEquals("10.0.0.1", caller("10.0.0.0/8", "10.0.0.1", "for=\"x, for=" + CLIENT));
    assertEquals("10.0.0.1", caller("10.0.0.0/8", "10.0.0.1", ""));
  }

  @Test
  void of_protoOfTheClientsHop_saysWhetherItWasTls() {
    assertTrue(secure("10.0.0.1", "for=192.0.2.7;proto=https"));
    assertFalse(secure("10.0.0.1", "for=192.0.2.7;proto=http"));
    assertFalse(secure("10.0.0.1", "for=1.1.1.1;proto=https, for=192.0.2.7"));
    assertFalse(secure("10.0.0.2", "for=192.0.2.7;proto=https"));
  }

  private static boolean secure(String peer, String line) {
    return Caller.of(address(peer), ForwardedLine.standard(line), settings("10.0.0.1")).secure();
  }

  private static String caller(String trusted, String peer, String line) {
    return Caller.of(address(peer), ForwardedLine.standard(line), settings(trusted))
        .address()
        .getHostAddress();
  }

  private static EdgeSettings settings(String trusted) {
    Map<String, String> values = Map.of("kycvs.edge.trusted-proxies", trusted);
    return EdgeSettings.from(Settings.of(name -> Optional.ofNullable(values.get(name))));
  }

  private static InetAddress address(String text) {
    return AddressRange.literal(text).orElseThrow();
  }
}
