package org.kycvs.shared.mobile;

/** Text that is not a mobile number of a country served. It does not repeat the text. */
public final class MobileNumberException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why it was refused. */
  public enum Reason {
    /** Not a mobile number at all. */
    INVALID("mobile-invalid"),
    /** A number of a country that is not served. */
    COUNTRY_NOT_SERVED("mobile-country-not-served");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The reason's code on the wire. */
    public String code() {
      return code;
    }
  }

  private final Reason reason;
  private final String detail;

  private MobileNumberException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
    this.detail = detail;
  }

  static MobileNumberException invalid() {
    return new MobileNumberException(
        Reason.INVALID, "Not a mobile number. Give it with its country code, as +91…");
  }

  static MobileNumberException notServed(ServedCountries served) {
    return new MobileNumberException(
        Reason.COUNTRY_NOT_SERVED, "Only mobiles of " + served.inWords() + " are served.");
  }

  /** The reason in a sentence for the caller. */
  public String detail() {
    return detail;
  }

  /** Why it was refused. */
  public Reason reason() {
    return reason;
  }
}
