package org.kycvs.verification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.consent.boundary.Consents;
import org.kycvs.consent.boundary.Receipts;
import org.kycvs.consent.entity.NoticeShown;
import org.kycvs.consent.entity.ReceiptContent;
import org.kycvs.consent.entity.ReceiptContent.AnswerGiven;
import org.kycvs.organisation.boundary.Organisations;
import org.kycvs.registry.entity.RegistryAnswer.Found;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.id.ReceiptId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.signing.boundary.StatementSigning;
import org.kycvs.signing.entity.ClaimSet;
import org.kycvs.signing.entity.ConsentReference;
import org.kycvs.signing.entity.Issuer;
import org.kycvs.signing.entity.PreparedReceipt;
import org.kycvs.signing.entity.PreparedStatement;
import org.kycvs.signing.entity.PreparesStatements;
import org.kycvs.signing.entity.Question;
import org.kycvs.signing.entity.SignedReceipt;
import org.kycvs.signing.entity.SignedStatement;
import org.kycvs.signing.entity.StatementClaims;
import org.kycvs.signing.entity.StatementId;
import org.kycvs.signing.entity.StatementMethod;
import org.kycvs.signing.entity.Subject;
import org.kycvs.signing.entity.Validity;
import org.kycvs.verification.entity.Answer;
import org.kycvs.verification.entity.Verification;

/**
 * Turns what the registry said into what the organisation gets, in the order that lets each part
 * name the one before: the receipt, the audit entry, the statement.
 */
@Dependent
public class StatementWriter {
  private static final int SALT_BYTES = 32;

  /** How long both sides keep a receipt. */
  private static final Period RECEIPT_KEPT = Period.ofYears(7);

  private final StatementSigning signing;
  private final Organisations organisations;
  private final Consents consents;
  private final Receipts receipts;
  private final AuditLog audit;
  private final SubjectNames subjects;
  private final Clock clock;

  /** With the features that have a part in an answer. */
  @Inject
  public StatementWriter(
      StatementSigning signing,
      Organisations organisations,
      Consents consents,
      Receipts receipts,
      AuditLog audit,
      SubjectNames subjects,
      Clock clock) {
    this.signing = signing;
    this.organisations = organisations;
    this.consents = consents;
    this.receipts = receipts;
    this.audit = audit;
    this.subjects = subjects;
    this.clock = clock;
  }

  /** Signs receipt and statement for a verification whose person was found. */
  @PreparesStatements
  public Answer answer(
      KeyActor caller, Verification asked, MobileNumber mobile, String name, Found found) {
    Issuer issuer = signing.issuer(asked.asker().mode());
    StatementId id = StatementId.random();
    Validity validity = Validity.from(clock.instant(), asked.answerValidFor());
    String pseudonym = subjects.pseudonym(asked.asker(), found.person());

    ReceiptContent content = receipt(caller, asked, pseudonym, id, found, validity);
    SignedReceipt receipt =
        signing.signReceipt(PreparedReceipt.of(issuer, claims(receipts.draw(content))));
    receipts.keep(content.id(), asked.id(), receipt.jws().value());

    byte[] salt = RandomText.bytes(SALT_BYTES);
    PreparedStatement prepared =
        PreparedStatement.of(
            new StatementClaims(
                issuer,
                id,
                new Question(caller.organisation(), asked.id(), asked.nonce(), asked.purpose()),
                new org.kycvs.signing.entity.Answer(
                    found.status().value(), found.status().meaning(), found.rule(), found.asOf()),
                new Subject(pseudonym, SubjectNames.commitment(salt, mobile, name)),
                validity,
                new ConsentReference(content.id(), receipt.hash(), StatementMethod.CODE_TOLD)));
    audit.record(
        caller,
        AuditAct.STATEMENT_SIGNED,
        asked.id().value(),
        Json.createObjectBuilder()
            .add("statement", id.value())
            .add("claims", signing.digest(prepared))
            .build());
    SignedStatement statement = signing.sign(prepared);
    return new Answer(
        found.status().value(),
        found.rule(),
        found.asOf(),
        statement.jws().value(),
        statement.expiresAt(),
        content.id(),
        salt);
  }

  private ReceiptContent receipt(
      KeyActor caller,
      Verification asked,
      String pseudonym,
      StatementId statement,
      Found found,
      Validity validity) {
    NoticeShown notice = asked.notice();
    Instant eraseBy = validity.issuedAt().atZone(ZoneOffset.UTC).plus(RECEIPT_KEPT).toInstant();
    return new ReceiptContent(
        ReceiptId.random(),
        consents.of(asked.id()).orElseThrow(),
        pseudonym,
        caller.profile(),
        organisations.purposeText(asked.purpose(), notice.language(), asked.createdAt()),
        notice,
        new AnswerGiven(
            statement.value(),
            found.rule(),
            StatementMethod.CODE_TOLD.wire(),
            validity.expiresAt(),
            eraseBy));
  }

  private static ClaimSet claims(Map<String, Object> fields) {
    ClaimSet claims = ClaimSet.empty();
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      claims = claims.with(field.getKey(), field.getValue());
    }
    return claims;
  }
}
