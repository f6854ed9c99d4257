package org.kycvs.shared.address;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * How the server meets its callers.
 *
 * @param bodyTime how long a body may take to come in, all of it
 * @param trustedProxies whose word about a caller's address is taken; nobody's unless set
 * @param forwardedHeader where they tell it
 */
public record EdgeSettings(
    Duration bodyTime, List<AddressRange> trustedProxies, ForwardedHeader forwardedHeader) {
  private static final String TRUSTED_PROXIES = "kycvs.edge.trusted-proxies";
  private static final Duration BODY_TIME = Duration.ofSeconds(10);
  private static final Duration LEAST_BODY_TIME = Duration.ofSeconds(1);
  private static final Duration MOST_BODY_TIME = Duration.ofMinutes(1);

  /** Keeps its own copy of the list. */
  public EdgeSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /**
   * Reads and checks the settings.
   *
   * @throws SettingException if one is wrong
   */
  public static EdgeSettings from(Settings settings) {
    return new EdgeSettings(
        settings.duration("kycvs.edge.body-time", BODY_TIME, LEAST_BODY_TIME, MOST_BODY_TIME),
        settings.text(TRUSTED_PROXIES).map(EdgeSettings::ranges).orElse(List.of()),
        settings.oneOf(
            "kycvs.edge.forwarded-header", ForwardedHeader.class, ForwardedHeader.FORWARDED));
  }

  /** Whether this address is one whose word is taken. */
  public boolean trusts(InetAddress address) {
    return trustedProxies.stream().anyMatch(range -> range.contains(address));
  }

  private static List<AddressRange> ranges(String text) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Optional<AddressRange> range = AddressRange.parse(part.strip());
      if (range.isEmpty()) {
        throw Settings.wrong(
            TRUSTED_PROXIES,
            text,
            "addresses or ranges parted by commas, such as 10.0.0.5,10.1.0.0/16,2001:db8::/32");
      }
      ranges.add(range.get());
    }
    return ranges;
  }
}
