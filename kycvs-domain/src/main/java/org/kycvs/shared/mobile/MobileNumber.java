package org.kycvs.shared.mobile;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * A mobile number in E.164 form (ITU-T E.164), such as {@code +91…}. It prints itself masked; who
 * needs the digits says so with {@link #e164}.
 */
public final class MobileNumber {
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final String INDIA = "+91";
  private static final int SHOWN_DIGITS = 4;
  private static final String DOTS = "•".repeat(6);

  private final String e164;

  private MobileNumber(String e164) {
    this.e164 = e164;
  }

  /**
   * Reads an Indian number as people write it: with or without country code, blanks and hyphens.
   *
   * @throws MobileNumberException if it is no mobile number, or one of another country
   */
  public static MobileNumber parse(String text) {
    return parse(text, ServedCountries.INDIA);
  }

  static MobileNumber parse(String text, ServedCountries served) {
    PhoneNumber number;
    try {
      number = PHONES.parse(text, served.codes().get(0));
    } catch (NumberParseException e) {
      throw MobileNumberException.invalid();
    }
    PhoneNumberType type = PHONES.getNumberType(number);
    if (type == PhoneNumberType.UNKNOWN) {
      throw MobileNumberException.invalid();
    }
    if (!served.codes().contains(PHONES.getRegionCodeForNumber(number))) {
      throw MobileNumberException.notServed(served);
    }
    if (type != PhoneNumberType.MOBILE && type != PhoneNumberType.FIXED_LINE_OR_MOBILE) {
      throw MobileNumberException.invalid();
    }
    return new MobileNumber(PHONES.format(number, PhoneNumberFormat.E164));
  }

  /** A number that this system wrote before; it is not looked at again. */
  public static MobileNumber ofStored(String e164) {
    return new MobileNumber(e164);
  }

  /** The number in E.164 form: for sending, sealing and hashing only, never for a log. */
  public String e164() {
    return e164;
  }

  /** Country code, six dots and the last four digits. */
  public String masked() {
    return countryCode() + DOTS + e164.substring(Math.max(0, e164.length() - SHOWN_DIGITS));
  }

  private String countryCode() {
    if (e164.startsWith(INDIA)) {
      return INDIA;
    }
    try {
      return "+" + PHONES.parse(e164, null).getCountryCode();
    } catch (NumberParseException e) {
      return "+";
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MobileNumber that && e164.equals(that.e164);
  }

  @Override
  public int hashCode() {
    return e164.hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }
}
