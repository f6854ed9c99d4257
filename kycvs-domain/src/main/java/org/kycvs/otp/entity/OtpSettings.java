package org.kycvs.otp.entity;

import java.time.Duration;
import java.util.List;
import org.kycvs.shared.settings.Settings;

/**
 * How codes behave.
 *
 * @param codeLife how long a code may be redeemed ({@code kycvs.otp.code-life}, PT2M to PT10M)
 * @param tries how many wrong codes a verification takes ({@code kycvs.otp.tries}, 1 to 5)
 * @param sends how many messages with the code a verification sends, the first included ({@code
 *     kycvs.otp.sends}, 1 to 5)
 */
public record OtpSettings(Duration codeLife, int tries, int sends) {
  private static final List<Duration> RESEND_WAITS =
      List.of(Duration.ofSeconds(30), Duration.ofSeconds(60));

  /** Reads them; five minutes, three tries and three messages unless set otherwise. */
  public static OtpSettings from(Settings settings) {
    return new OtpSettings(
        settings.duration(
            "kycvs.otp.code-life",
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10)),
        settings.number("kycvs.otp.tries", 3, 1, 5),
        settings.number("kycvs.otp.sends", 3, 1, 5));
  }

  /** How long to wait after a message before the next: 30 seconds, then always 60. */
  public Duration waitAfter(int messagesSent) {
    return RESEND_WAITS.get(Math.min(messagesSent, RESEND_WAITS.size()) - 1);
  }
}
