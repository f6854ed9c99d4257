package org.kycvs.consent.entity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kycvs.organisation.entity.Organisation;
import org.kycvs.organisation.entity.PurposeText;
import org.kycvs.shared.id.ReceiptId;

/**
 * What a consent receipt says. The fields follow ISO/IEC TS 27560:2023 and the Kantara Consent
 * Receipt 1.1. It names the answer's statement but not the answer, and the person by a pseudonym
 * that only this organisation's receipts share.
 *
 * @param id names the receipt
 * @param consent what was said yes to, and when
 * @param subject the person's pseudonym for this organisation
 * @param organisation who asked
 * @param purpose why, as the person read it
 * @param notice what the person read
 * @param answer which answer was given for it
 */
public record ReceiptContent(
    ReceiptId id,
    Consent consent,
    String subject,
    Organisation organisation,
    PurposeText purpose,
    NoticeShown notice,
    AnswerGiven answer) {
  private static final String SCHEMA_VERSION = "1";
  private static final String JURISDICTION = "IN";
  private static final List<String> SHARED = List.of("vaccination-status");
  private static final List<String> NOT_SHARED =
      List.of("name", "mobile", "doses", "dates", "date-of-birth", "registry-reference");

  /**
   * The answer that was given.
   *
   * @param statement the {@code jti} of the statement
   * @param rule the status rule that it applied
   * @param method how the code reached the organisation
   * @param expiresAt from when on the answer may not be used
   * @param eraseBy when the organisation must have erased it
   */
  public record AnswerGiven(
      String statement, String rule, String method, Instant expiresAt, Instant eraseBy) {}

  /**
   * The fields of the receipt, as they are signed.
   *
   * @param operator who runs the registry
   * @param issuedAt when the receipt is made
   */
  public Map<String, Object> fields(RegistryOperator operator, Instant issuedAt) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("jti", id.value());
    fields.put("iat", issuedAt.getEpochSecond());
    fields.put("schemaVersion", SCHEMA_VERSION);
    fields.put("verification", consent.verification().value());
    fields.put("sub", subject);
    fields.put(
        "organisation",
        Map.of(
            "id", organisation.id().value(),
            "legalName", organisation.legalName(),
            "contact", organisation.contact()));
    fields.put(
        "registry",
        Map.of(
            "name", operator.name(),
            "contact", operator.contact(),
            "grievance", operator.grievance()));
    fields.put(
        "notice",
        Map.of(
            "id", notice.id(),
            "version", notice.version(),
            "language", notice.language(),
            "sha256", notice.sha256()));
    fields.put("method", answer.method());
    fields.put("purpose", Map.of("code", purpose.code(), "text", purpose.text()));
    fields.put("shared", SHARED);
    fields.put("notShared", NOT_SHARED);
    fields.put("acting", "self-or-guardian");
    fields.put("state", "given");
    fields.put("givenAt", consent.givenAt().toString());
    fields.put("answerExpiresAt", answer.expiresAt().toString());
    fields.put("eraseBy", answer.eraseBy().toString());
    fields.put("withdrawal", "Write to " + operator.contact() + " with this receipt's id.");
    fields.put("complaint", "Write to " + operator.grievance() + " with this receipt's id.");
    fields.put("jurisdiction", JURISDICTION);
    fields.put("statement", answer.statement());
    fields.put("rule", answer.rule());
    return fields;
  }
}
