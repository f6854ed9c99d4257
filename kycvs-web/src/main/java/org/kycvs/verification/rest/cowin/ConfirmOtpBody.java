package org.kycvs.verification.rest.cowin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kycvs.apikey.entity.IdempotencyKey;
import org.kycvs.apikey.entity.OnceCall;
import org.kycvs.otp.entity.PresentedCode;
import org.kycvs.webshared.input.InputChecks;

/**
 * The body of {@code confirmOTP}. Other members are not looked at.
 *
 * @param otp lower-case hex SHA-256 of the six digits
 * @param txnId what {@code generateOTP} gave
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConfirmOtpBody(@Nullable Object otp, @Nullable Object txnId) {
  private static final int HASH = 64;
  private static final int UUID_LENGTH = 36;
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** The parts, each of its form. */
  record Entry(PresentedCode code, UUID transaction) {

    /**
     * What makes two calls the same one: transaction and code. So who did not get the answer gets
     * it by sending the call again, and who gives another code makes another call.
     */
    OnceCall once(String path) {
      String name = "confirmOTP/" + transaction + "/" + code.sha256Hex();
      return new OnceCall(
          new IdempotencyKey(name), "POST", path, name.getBytes(StandardCharsets.US_ASCII));
    }
  }

  Entry entry() {
    InputChecks checks = new InputChecks();
    String given = checks.text("/otp", GenerateOtpBody.text(checks, "/otp", otp), HASH);
    Optional<PresentedCode> code = PresentedCode.parseSha256(given);
    if (!given.isEmpty() && code.isEmpty()) {
      checks.refuse(
          "/otp",
          "invalid",
          "Send otp as the SHA-256 of the six digits in lower-case hex, 64 characters.");
    }
    String id = checks.text("/txnId", GenerateOtpBody.text(checks, "/txnId", txnId), UUID_LENGTH);
    if (!id.isEmpty() && !UUID_FORM.matcher(id).matches()) {
      checks.refuse("/txnId", "invalid", "Send txnId as generateOTP gave it, a UUID.");
    }
    checks.done();
    return new Entry(code.orElseThrow(), UUID.fromString(id.toLowerCase(Locale.ROOT)));
  }

  @Override
  public String toString() {
    return "ConfirmOtpBody";
  }
}
