package org.kycvs.launcher.demodata;

import java.util.List;
import java.util.Map;

/**
 * A purpose of the demonstration.
 *
 * @param code the word for it on the wire
 * @param english what people read
 * @param maximumValiditySeconds how long an answer may be used at most
 * @param translations what people read in other languages
 */
public record DemoPurpose(
    String code, String english, int maximumValiditySeconds, Map<String, String> translations) {
  private static final int DAY = 24 * 3600;

  /** The first of them. */
  public static final DemoPurpose CHECK_IN =
      new DemoPurpose(
          "hotel-check-in",
          "hotel check-in",
          7 * DAY,
          Map.of(
              "hi", "होटल में चेक-इन",
              "bn", "হোটেলে চেক-ইন",
              "ta", "ஹோட்டல் செக்-இன்",
              "ur", "ہوٹل میں چیک ان",
              "id", "check-in hotel"));

  /** All of them. */
  static final List<DemoPurpose> ALL =
      List.of(
          CHECK_IN,
          new DemoPurpose(
              "event-entry",
              "entry to an event",
              DAY,
              Map.of(
                  "hi", "कार्यक्रम में प्रवेश",
                  "bn", "অনুষ্ঠানে প্রবেশ",
                  "ta", "நிகழ்ச்சியில் நுழைவு",
                  "ur", "تقریب میں داخلہ",
                  "id", "masuk ke acara")),
          new DemoPurpose(
              "rail-booking",
              "rail ticket booking",
              30 * DAY,
              Map.of(
                  "hi", "रेल टिकट बुकिंग",
                  "bn", "ট্রেনের টিকিট বুকিং",
                  "ta", "ரயில் பயணச்சீட்டு முன்பதிவு",
                  "ur", "ریل ٹکٹ کی بکنگ",
                  "id", "pemesanan tiket kereta")),
          new DemoPurpose(
              "rail-boarding",
              "boarding a train",
              DAY,
              Map.of(
                  "hi", "ट्रेन में चढ़ना",
                  "bn", "ট্রেনে ওঠা",
                  "ta", "ரயிலில் ஏறுதல்",
                  "ur", "ٹرین میں سوار ہونا",
                  "id", "naik kereta")));

  /** What people read in a language, in English where there is nothing else. */
  public String text(String language) {
    return translations.getOrDefault(language, english);
  }
}
