package org.kycvs.notification.entity;

import org.kycvs.shared.settings.Settings;

/**
 * How many messages are sent.
 *
 * @param dailyQuota for one organisation on one day of the country's calendar ({@code
 *     kycvs.sms.daily-quota}, 1 to 10,000,000); an organisation may have another number
 */
public record SmsSettings(int dailyQuota) {
  private static final int MOST = 10_000_000;

  /** Reads them; 10,000 unless set otherwise. */
  public static SmsSettings from(Settings settings) {
    return new SmsSettings(settings.number("kycvs.sms.daily-quota", 10_000, 1, MOST));
  }
}
