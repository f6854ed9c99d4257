package org.kycvs.client;

import java.util.Arrays;
import java.util.Optional;
import org.kycvs.client.Verification.Answer;
import org.kycvs.client.Verification.CodeStanding;
import org.kycvs.client.Verification.ConsentStanding;

/** Reads verifications as the wire contract has them. */
final class VerificationReader {
  private VerificationReader() {}

  /**
   * One verification.
   *
   * @throws WrongFormException if it lacks what it must have
   */
  static Verification read(Members document) {
    VerificationState state = VerificationState.ofWire(document.text("state"));
    return new Verification(
        id(document),
        state,
        mode(document.text("mode")),
        document.text("purpose"),
        document.optionalText("reference"),
        document.text("mobile"),
        document.time("createdAt"),
        document.time("expiresAt"),
        document.optionalObject("code").map(VerificationReader::code),
        answer(document),
        document.optionalObject("receipt").map(receipt -> receipt.text("id")),
        document.optionalObject("consent").map(VerificationReader::consent));
  }

  /** The answer is all there or not at all: without it, the consent was withdrawn. */
  private static Optional<Answer> answer(Members document) {
    if (!document.has("status")) {
      return Optional.empty();
    }
    VaccinationStatus status =
        VaccinationStatus.ofValue(document.number("status"))
            .filter(known -> known.meaning().equals(document.text("meaning")))
            .orElseThrow(
                () -> new WrongFormException("its status and its meaning are not of one answer"));
    return Optional.of(
        new Answer(
            status,
            document.time("asOf"),
            document.text("statement"),
            document.time("statementExpiresAt"),
            document.optionalText("subjectSalt")));
  }

  private static CodeStanding code(Members code) {
    return new CodeStanding(
        code.number("length"),
        code.time("expiresAt"),
        code.number("triesLeft"),
        code.number("sendsLeft"),
        code.time("resendAfter"),
        code.text("sms").equals("sent"));
  }

  private static ConsentStanding consent(Members consent) {
    return new ConsentStanding(consent.text("state").equals("given"), consent.time("at"));
  }

  private static VerificationId id(Members document) {
    try {
      return new VerificationId(document.text("id"));
    } catch (IllegalArgumentException e) {
      throw new WrongFormException("its id is not a verification's");
    }
  }

  private static Mode mode(String word) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.wire().equals(word))
        .findFirst()
        .orElseThrow(() -> new WrongFormException("its mode is neither live nor test"));
  }
}
