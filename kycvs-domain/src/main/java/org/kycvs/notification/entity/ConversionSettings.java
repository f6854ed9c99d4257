package org.kycvs.notification.entity;

import java.time.Duration;
import org.kycvs.shared.settings.Settings;

/**
 * When an organisation gets no more codes, because hardly any is redeemed: what somebody does who
 * has codes sent for the sake of sending them.
 *
 * @param leastPercent of the codes of the last hour that must be redeemed ({@code
 *     kycvs.sms.conversion.least-percent}, 0 to 90); 0: no organisation is ever stopped
 * @param leastMessages how many codes there must be before that is looked at ({@code
 *     kycvs.sms.conversion.least-messages}, 10 to 1,000,000)
 * @param stop how long it gets none ({@code kycvs.sms.conversion.stop}, 1 min to 7 days)
 */
public record ConversionSettings(int leastPercent, int leastMessages, Duration stop) {
  /** Reads them; 10 percent, 100 messages, an hour. */
  public static ConversionSettings from(Settings settings) {
    return new ConversionSettings(
        settings.number("kycvs.sms.conversion.least-percent", 10, 0, 90),
        settings.number("kycvs.sms.conversion.least-messages", 100, 10, 1_000_000),
        settings.duration(
            "kycvs.sms.conversion.stop",
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofDays(7)));
  }
}
