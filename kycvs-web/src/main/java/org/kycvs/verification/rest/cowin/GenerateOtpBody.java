package org.kycvs.verification.rest.cowin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mobile.ServedCountries;
import org.kycvs.shared.mode.Mode;
import org.kycvs.verification.rest.AskBody;
import org.kycvs.webshared.input.InputChecks;

/**
 * The body of {@code generateOTP}. Other members, the e-mail address among them, are not looked at.
 *
 * @param mobileNumber the person's mobile; clients send ten digits, some of them as a number
 * @param fullName the person's name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GenerateOtpBody(
    @JsonProperty(GenerateOtpBody.MOBILE) @Nullable Object mobileNumber,
    @JsonProperty(GenerateOtpBody.NAME) @Nullable Object fullName) {
  static final String MOBILE = "mobile_number";
  static final String NAME = "full_name";

  /** Whom the question is about. */
  record Person(MobileNumber mobile, String name) {}

  Person person(Mode mode, ServedCountries countries) {
    InputChecks checks = new InputChecks();
    Object number = mobileNumber instanceof Number ? mobileNumber.toString() : mobileNumber;
    var mobile =
        AskBody.mobile(checks, "/" + MOBILE, text(checks, "/" + MOBILE, number), mode, countries);
    String name = AskBody.name(checks, "/" + NAME, text(checks, "/" + NAME, fullName));
    checks.done();
    return new Person(mobile.orElseThrow(), name);
  }

  /** A member's text; what is no text is refused, and then told as missing besides. */
  static @Nullable String text(InputChecks checks, String pointer, @Nullable Object value) {
    if (value == null || value instanceof String) {
      return (String) value;
    }
    checks.refuse(pointer, "type-wrong", "This must be text.");
    return null;
  }

  @Override
  public String toString() {
    return "GenerateOtpBody";
  }
}
