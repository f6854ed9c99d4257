package org.kycvs.notification.entity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * The SMS gateways of an installation ({@code kycvs.sms.gateways}, their names with commas).
 *
 * @param gateways in the order of their names in the setting; none: no SMS can be sent
 */
public record GatewaysSettings(List<GatewaySettings> gateways) {
  private static final String NAMES = "kycvs.sms.gateways";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");
  private static final Duration SLOW = Duration.ofSeconds(5);

  /**
   * Reads them. In development there is the inbox unless something else is named; production has
   * none until one is.
   */
  public static GatewaysSettings from(Settings settings, Environment environment) {
    if (settings.text(NAMES).isEmpty()) {
      return new GatewaysSettings(
          environment == Environment.DEVELOPMENT ? List.of(inbox("development-inbox")) : List.of());
    }
    List<GatewaySettings> gateways = new ArrayList<>();
    for (String name : names(settings)) {
      gateways.add(gateway(settings, environment, name));
    }
    return new GatewaysSettings(List.copyOf(gateways));
  }

  /** Whether any of them takes messages out of this machine. */
  public boolean reachPeople() {
    return gateways.stream().anyMatch(gateway -> !gateway.connection().isLocal());
  }

  private static Set<String> names(Settings settings) {
    String text = settings.text(NAMES, "");
    Set<String> names = new LinkedHashSet<>();
    for (String name : text.split(",", -1)) {
      if (!NAME.matcher(name.strip()).matches() || !names.add(name.strip())) {
        throw Settings.wrong(
            NAMES,
            text,
            "different names with commas between them, each of at most 20 small letters, digits"
                + " and hyphens, beginning with a letter");
      }
    }
    return names;
  }

  private static GatewaySettings gateway(Settings settings, Environment environment, String name) {
    String prefix = "kycvs.sms.gateway." + name + ".";
    GatewayConnection connection = connection(settings, environment, prefix);
    int perSecond = settings.number(prefix + "per-second", 0, 0, 10_000);
    return new GatewaySettings(
        name,
        settings.number(prefix + "priority", 1, 1, 9),
        settings.number(prefix + "share", 1, 1, 100),
        perSecond == 0 ? OptionalInt.empty() : OptionalInt.of(perSecond),
        settings.duration(prefix + "slow", SLOW, Duration.ofMillis(100), Duration.ofMinutes(1)),
        settings.duration(
            prefix + "send-again-after",
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(4)),
        connection);
  }

  private static GatewayConnection connection(
      Settings settings, Environment environment, String prefix) {
    String kind = settings.text(prefix + "kind", "");
    if (settings.text(prefix + "password").isPresent()) {
      throw new SettingException(
          prefix
              + "password is a secret and must not be a value: put it into a file that only this"
              + " service can read, and name that in "
              + Settings.environmentName(prefix + "password-file"));
    }
    return switch (kind) {
      case "inbox" -> {
        if (environment == Environment.PRODUCTION) {
          throw new SettingException(
              prefix + "kind is inbox, which shows codes to whoever looks: development only");
        }
        yield new GatewayConnection.Inbox();
      }
      case "http", "kannel", "infobip", "vonage" -> HttpGatewaySettings.from(settings, prefix);
      default ->
          throw Settings.wrong(
              prefix + "kind", kind, "one of smpp, http, kannel, infobip, vonage, inbox");
    };
  }

  private static GatewaySettings inbox(String name) {
    return new GatewaySettings(
        name, 1, 1, OptionalInt.empty(), SLOW, Duration.ZERO, new GatewayConnection.Inbox());
  }
}
