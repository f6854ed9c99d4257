package org.kycvs.shared.mobile;

/** Text that is not a mobile number of the country served. It does not repeat the text. */
public final class MobileNumberException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why it was refused. */
  public enum Reason {
    /** Not a mobile number at all. */
    INVALID("mobile-invalid", "Not a mobile number. Give it with its country code, as +91…"),
    /** A number of a country that is not served. */
    COUNTRY_NOT_SERVED("mobile-country-not-served", "Only mobile numbers of +91 are served.");

    private final String code;
    private final String detail;

    Reason(String code, String detail) {
      this.code = code;
      this.detail = detail;
    }

    /** The reason's code on the wire. */
    public String code() {
      return code;
    }

    /** The reason in a sentence for the caller. */
    public String detail() {
      return detail;
    }
  }

  private final Reason reason;

  MobileNumberException(Reason reason) {
    super(reason.detail());
    this.reason = reason;
  }

  /** Why it was refused. */
  public Reason reason() {
    return reason;
  }
}
