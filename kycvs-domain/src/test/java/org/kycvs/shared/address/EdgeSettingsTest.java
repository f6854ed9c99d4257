package org.kycvs.shared.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class EdgeSettingsTest {

  @Test
  void from_nothing_trustsNobodyAndGivesBodiesTenSeconds() {
    assertEquals(
        new EdgeSettings(Duration.ofSeconds(10), List.of(), ForwardedHeader.FORWARDED),
        from(Map.of()));
  }

  @Test
  void from_proxiesAndHeader_areRead() {
    EdgeSettings settings =
        from(
            Map.of(
                "kycvs.edge.trusted-proxies", "10.0.0.1, 2001:db8::/32",
                "kycvs.edge.forwarded-header", "x-forwarded-for"));
    assertEquals(ForwardedHeader.X_FORWARDED_FOR, settings.forwardedHeader());
    assertTrue(settings.trusts(AddressRange.literal("2001:db8::7").orElseThrow()));
    assertTrue(settings.trusts(AddressRange.literal("::ffff:10.0.0.1").orElseThrow()));
    assertEquals(false, settings.trusts(AddressRange.literal("10.0.0.2").orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example.org", "10.0.0.1,", "10.0.0.1/8", "10.0.0.1 10.0.0.2"})
  void from_whatIsNoRange_isRefused(String proxies) {
    SettingException refusal =
        assertThrows(
            SettingException.class, () -> from(Map.of("kycvs.edge.trusted-proxies", proxies)));
    assertEquals(
        "kycvs.edge.trusted-proxies (KYCVS_EDGE_TRUSTED_PROXIES) is '"
            + proxies
            + "', but must be addresses or ranges parted by commas, such as"
            + " 10.0.0.5,10.1.0.0/16,2001:db8::/32",
        refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.9S", "PT61S", "10"})
  void from_bodyTimeOutOfBounds_isRefused(String time) {
    assertThrows(SettingException.class, () -> from(Map.of("kycvs.edge.body-time", time)));
  }

  private static EdgeSettings from(Map<String, String> values) {
    return EdgeSettings.from(Settings.of(name -> Optional.ofNullable(values.get(name))));
  }
}
