package org.kycvs.notification.entity;

import org.kycvs.shared.settings.Settings;

/**
 * How many messages are sent.
 *
 * @param dailyQuota for one organisation on one day of the country's calendar ({@code
 *     kycvs.sms.daily-quota}, 1 to 10,000,000); an organisation may have another number
 * @param mostWaiting how many codes may wait to leave before callers are told that none can be sent
 *     ({@code kycvs.sms.most-waiting}, 10 to 1,000,000)
 * @param workers how many messages this node hands over at once ({@code kycvs.sms.workers}, 1 to
 *     200)
 */
public record SmsSettings(int dailyQuota, int mostWaiting, int workers) {
  private static final int MOST = 10_000_000;

  /** Reads them; 10,000, 5,000 and 20 unless set otherwise. */
  public static SmsSettings from(Settings settings) {
    return new SmsSettings(
        settings.number("kycvs.sms.daily-quota", 10_000, 1, MOST),
        settings.number("kycvs.sms.most-waiting", 5_000, 10, 1_000_000),
        settings.number("kycvs.sms.workers", 20, 1, 200));
  }
}
