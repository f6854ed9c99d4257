package org.kycvs.verification.entity;

import java.time.Duration;
import org.kycvs.shared.settings.Settings;

/**
 * How verifications behave.
 *
 * @param life from request to answer ({@code kycvs.verification.life}, PT5M to PT30M)
 * @param answerValidFor how long an answer may be used unless the organisation says otherwise
 *     ({@code kycvs.verification.answer-valid-for}, PT1M to P30D)
 */
public record VerificationSettings(Duration life, Duration answerValidFor) {

  /** Reads them; ten minutes and 24 hours unless set otherwise. */
  public static VerificationSettings from(Settings settings) {
    return new VerificationSettings(
        settings.duration(
            "kycvs.verification.life",
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30)),
        settings.duration(
            "kycvs.verification.answer-valid-for",
            Duration.ofHours(24),
            Duration.ofMinutes(1),
            Duration.ofDays(30)));
  }
}
