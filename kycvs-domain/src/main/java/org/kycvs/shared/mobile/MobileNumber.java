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
  private static final String COUNTRY = "IN";
  private static final int SHOWN_DIGITS = 4;
  private static final String DOTS = "•".repeat(6);

  private final String e164;

  private MobileNumber(String e164) {
    this.e164 = e164;
  }

  /**
   * Reads a number as people write it: with or without country code, blanks and hyphens.
   *
   * @throws MobileNumberException if it is no mobile number, or one of a country not served
   */
  public static MobileNumber parse(String text) {
    PhoneNumber number;
    try {
      number = PHONES.parse(text, COUNTRY);
    } catch (NumberParseException e) {
      throw new MobileNumberException(MobileNumberException.Reason.INVALID);
    }
    PhoneNumberType type = PHONES.getNumberType(number);
    if (type == PhoneNumberType.UNKNOWN) {
      throw new MobileNumberException(MobileNumberException.Reason.INVALID);
    }
    if (!COUNTRY.equals(PHONES.getRegionCodeForCountryCode(number.getCountryCode()))) {
      throw new MobileNumberException(MobileNumberException.Reason.COUNTRY_NOT_SERVED);
    }
    if (type != PhoneNumberType.MOBILE && type != PhoneNumberType.FIXED_LINE_OR_MOBILE) {
      throw new MobileNumberException(MobileNumberException.Reason.INVALID);
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
    return "+91" + DOTS + e164.substring(Math.max(0, e164.length() - SHOWN_DIGITS));
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
