package org.kycvs.verification.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.consent.entity.Consent;
import org.kycvs.notification.entity.SmsProgress;
import org.kycvs.otp.entity.OneTimePassword;
import org.kycvs.otp.entity.OtpChallenge;
import org.kycvs.registry.entity.VaccinationStatus;
import org.kycvs.verification.boundary.VerificationView;
import org.kycvs.verification.entity.Answer;
import org.kycvs.verification.entity.Verification;

/** A verification on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationDocument(
    String id,
    String state,
    String mode,
    String purpose,
    @Nullable String reference,
    String mobile,
    Instant createdAt,
    Instant expiresAt,
    @Nullable CodePart code,
    @Nullable String sms,
    @Nullable Integer status,
    @Nullable String meaning,
    @Nullable Instant asOf,
    @Nullable String statement,
    @Nullable Instant statementExpiresAt,
    @Nullable ReceiptPart receipt,
    @Nullable ConsentPart consent,
    @Nullable String subjectSalt) {

  /** How the code stands. */
  public record CodePart(
      int length,
      Instant expiresAt,
      int triesLeft,
      int sendsLeft,
      Instant resendAfter,
      String sms) {}

  /** Where the consent receipt is. */
  public record ReceiptPart(String id, URI url) {}

  /** Whether the person's consent holds, and since when that is so. */
  public record ConsentPart(String state, Instant at) {}

  /**
   * The document of a view.
   *
   * @param self where the verification is
   */
  static VerificationDocument of(VerificationView view, URI self) {
    Verification asked = view.verification();
    Optional<Answer> answer = asked.answer();
    Optional<Answer> usable =
        answer.filter(given -> view.consent().filter(Consent::isGiven).isPresent());
    return new VerificationDocument(
        asked.id().value(),
        view.state().wire(),
        asked.asker().mode().wire(),
        asked.purpose(),
        asked.reference().orElse(null),
        asked.mobileMasked(),
        asked.createdAt(),
        asked.expiresAt(),
        view.code().map(code -> codePart(code, view.sms())).orElse(null),
        view.sms() == SmsProgress.DELIVERED && view.code().isEmpty() ? view.sms().wire() : null,
        usable.map(Answer::status).orElse(null),
        usable.map(given -> VaccinationStatus.ofValue(given.status()).meaning()).orElse(null),
        answer.map(Answer::asOf).orElse(null),
        usable.map(Answer::statement).orElse(null),
        answer.map(Answer::statementExpiresAt).orElse(null),
        answer.map(given -> receiptPart(given, self)).orElse(null),
        view.consent().map(VerificationDocument::consentPart).orElse(null),
        usable.map(given -> base64Url(given.subjectSalt())).orElse(null));
  }

  private static CodePart codePart(OtpChallenge code, SmsProgress sms) {
    return new CodePart(
        OneTimePassword.LENGTH,
        code.codeExpiresAt(),
        code.triesLeft(),
        code.sendsLeft(),
        code.resendAfter(),
        sms.wire());
  }

  private static ReceiptPart receiptPart(Answer answer, URI self) {
    return new ReceiptPart(answer.receipt().value(), URI.create(self + "/receipt"));
  }

  private static ConsentPart consentPart(Consent consent) {
    return new ConsentPart(
        consent.isGiven() ? "given" : "withdrawn",
        consent.withdrawnAt().orElseGet(consent::givenAt));
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
