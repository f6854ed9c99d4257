package org.kycvs.shared.mobile;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kycvs.shared.settings.Settings;

/**
 * The countries whose mobiles an organisation may name ({@code kycvs.served-countries}): messages
 * to others could cost anything, and arrive nowhere.
 *
 * @param codes ISO 3166-1 alpha-2; a number without a country code is one of the first
 */
public record ServedCountries(List<String> codes) {
  /** India alone, as unless set otherwise. */
  public static final ServedCountries INDIA = new ServedCountries(List.of("IN"));

  private static final String SETTING = "kycvs.served-countries";
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  /** Copies the list, which must not be empty. */
  public ServedCountries {
    codes = List.copyOf(codes);
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("No country is served");
    }
  }

  /** Reads the setting. */
  public static ServedCountries from(Settings settings) {
    return settings.text(SETTING).map(ServedCountries::read).orElse(INDIA);
  }

  private static ServedCountries read(String text) {
    List<String> codes = Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
    if (!PHONES.getSupportedRegions().containsAll(codes)) {
      throw Settings.wrong(
          SETTING, text, "countries' codes of ISO 3166, parted by commas, such as IN,NP");
    }
    return new ServedCountries(codes);
  }

  /**
   * Reads a number as people write it: with or without country code, blanks and hyphens.
   *
   * @throws MobileNumberException if it is no mobile number, or one of a country not served
   */
  public MobileNumber mobile(String text) {
    return MobileNumber.parse(text, this);
  }

  /** In words, such as {@code India (+91)}. */
  String inWords() {
    return codes.stream().map(ServedCountries::inWords).collect(Collectors.joining(", "));
  }

  private static String inWords(String code) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)
        + " (+"
        + PHONES.getCountryCodeForRegion(code)
        + ")";
  }
}
