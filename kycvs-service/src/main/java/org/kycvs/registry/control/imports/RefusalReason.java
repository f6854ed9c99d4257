package org.kycvs.registry.control.imports;

import java.util.Locale;

/** Why a row of a registry file was refused. The constant's name with hyphens is the code. */
public enum RefusalReason {
  /** There is no beneficiary reference id. */
  REFERENCE_MISSING,
  /** A beneficiary reference id is 10 to 18 digits that do not begin with 0. */
  REFERENCE_INVALID,
  /** An earlier row of the file says something else of the person with this reference. */
  REFERENCE_CONFLICT,
  /** There is no name. */
  NAME_MISSING,
  /** The year of birth is no whole number. */
  BIRTH_YEAR_NOT_A_NUMBER,
  /** Nobody alive was born in that year. */
  BIRTH_YEAR_OUT_OF_RANGE,
  /** The mobile is no mobile number. */
  MOBILE_INVALID,
  /** The mobile is one of a country that is not served. */
  MOBILE_COUNTRY_NOT_SERVED,
  /** The product is not in the product table. */
  VACCINE_UNKNOWN,
  /** The dose's number is no whole number. */
  DOSE_NOT_A_NUMBER,
  /** The dose's number is not 1 to 9. */
  DOSE_OUT_OF_RANGE,
  /** An earlier row of the file says something else of this dose of this person. */
  DOSE_CONFLICT,
  /** The day is no day of the calendar, or not written YYYY-MM-DD. */
  DATE_INVALID,
  /** The day is after today. */
  DATE_IN_FUTURE,
  /** The day is before the programme began. */
  DATE_BEFORE_PROGRAMME,
  /** The value is too long or holds control characters. */
  VALUE_INVALID,
  /** The row has more or fewer fields than the first line. */
  FIELD_COUNT_WRONG,
  /** The file has no row that begins on this line of the mended rows. */
  MENDED_LINE_UNKNOWN,
  /** The first line lacks the column. */
  COLUMN_MISSING,
  /** A quoted field does not end as RFC 4180 says; what follows was not read. */
  QUOTES_WRONG,
  /** The bytes are not UTF-8; what follows was not read. */
  NOT_UTF_8;

  /** The code on the wire, such as {@code date-in-future}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
