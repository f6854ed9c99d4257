package org.kycvs.verification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kycvs.consent.entity.NoticeShown;
import org.kycvs.notification.entity.SmsWording;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.ReceiptId;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;

/**
 * One question about one person by one organisation.
 *
 * <p>An organisation asks, and the verification awaits the code that the person was sent. The first
 * right code is the person's consent: the verification is consented, and at once completed if
 * exactly one person in the registry fits. If not, another year of birth may be tried twice; then
 * it ends as no match. It also ends when too many wrong codes lock it, when the person declines,
 * when the organisation cancels it, and when its ten minutes are over. Ended, it never changes
 * again and no longer knows the name; the mobile it knows until the person was told of the answer.
 */
@Entity
@Table(name = "verification")
public class Verification {
  /**
   * How often the right code may find a person: once, and twice more with another year of birth.
   */
  private static final int ATTEMPTS = 3;

  /** How long after the answer its person is worth telling of it, and the mobile kept for that. */
  public static final Duration TOLD_WITHIN = Duration.ofHours(24);

  @Id private String id;

  @Column(name = "organisation_id")
  private String organisationId;

  @Column(name = "api_key_id")
  private String apiKeyId;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  @Column(name = "purpose_code")
  private String purposeCode;

  private @Nullable String reference;
  private @Nullable String nonce;
  private String language;

  @Column(name = "valid_for_seconds")
  private int validForSeconds;

  @Enumerated(EnumType.STRING)
  private VerificationState state;

  @Column(name = "attempts_left")
  private int attemptsLeft;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "mobile_index")
  private byte[] mobileIndex;

  @Column(name = "mobile_masked")
  private String mobileMasked;

  @Column(name = "sealed_mobile")
  private byte @Nullable [] sealedMobile;

  @Column(name = "sealed_name")
  private byte @Nullable [] sealedName;

  @Column(name = "year_of_birth")
  private @Nullable Integer yearOfBirth;

  @Column(name = "completed_at")
  private @Nullable Instant completedAt;

  private @Nullable Integer status;
  private @Nullable String rule;

  @Column(name = "as_of")
  private @Nullable Instant asOf;

  private @Nullable String statement;

  @Column(name = "statement_expires_at")
  private @Nullable Instant statementExpiresAt;

  @Column(name = "receipt_id")
  private @Nullable String receiptId;

  private String wording;

  @Column(name = "wording_sha256")
  private String wordingSha256;

  @Column(name = "subject_salt")
  private byte @Nullable [] subjectSalt;

  /** For the persistence provider. */
  protected Verification() {}

  /**
   * A question that was just asked and awaits the code.
   *
   * @param wording what the message with the code says
   */
  public static Verification ask(
      VerificationId id,
      Asker asker,
      Question question,
      SealedPerson person,
      Lifetime lifetime,
      SmsWording wording) {
    Verification asked = new Verification();
    asked.id = id.value();
    asked.organisationId = asker.organisation().value();
    asked.apiKeyId = asker.key().value();
    asked.mode = asker.mode();
    asked.purposeCode = question.purpose();
    asked.reference = question.reference().orElse(null);
    asked.nonce = question.nonce().orElse(null);
    asked.language = question.language();
    asked.validForSeconds = Math.toIntExact(lifetime.answerValidFor().toSeconds());
    asked.yearOfBirth =
        question.yearOfBirth().isPresent() ? question.yearOfBirth().getAsInt() : null;
    asked.wording = wording.key();
    asked.wordingSha256 = wording.sha256();
    asked.mobileIndex = person.mobileIndex().clone();
    asked.mobileMasked = person.mobileMasked();
    asked.sealedMobile = person.sealedMobile().clone();
    asked.sealedName = person.sealedName().clone();
    asked.state = VerificationState.AWAITING_CODE;
    asked.attemptsLeft = ATTEMPTS;
    asked.createdAt = lifetime.from();
    asked.expiresAt = lifetime.until();
    return asked;
  }

  /** The right code was given for the first time: the person consented. */
  public void consent() {
    state = VerificationState.CONSENTED;
  }

  /** No one person fitted; ends the verification if that was the last attempt. */
  public void countMiss() {
    attemptsLeft--;
    if (attemptsLeft == 0) {
      end(VerificationState.NO_MATCH);
    }
  }

  /** The question is answered. The mobile stays until the person was told, if it is a real one. */
  public void complete(Answer answer, Instant at) {
    completedAt = at;
    status = answer.status();
    rule = answer.rule();
    asOf = answer.asOf();
    statement = answer.statement();
    statementExpiresAt = answer.statementExpiresAt();
    receiptId = answer.receipt().value();
    subjectSalt = answer.subjectSalt().clone();
    byte @Nullable [] toBeTold = mode == Mode.LIVE ? sealedMobile : null;
    end(VerificationState.COMPLETED);
    sealedMobile = toBeTold;
  }

  /** Too many wrong codes. */
  public void lock() {
    end(VerificationState.LOCKED);
  }

  /** The organisation takes the question back. */
  public void cancel() {
    end(VerificationState.CANCELLED);
  }

  /** Its time is over; one whose person consented ends as no match. */
  public void expire() {
    end(endOfTime());
  }

  private void end(VerificationState last) {
    state = last;
    sealedMobile = null;
    sealedName = null;
  }

  /** Where it stands at that instant: one whose time is over has ended, noted or not. */
  public VerificationState stateAt(Instant now) {
    return isWaiting() && !now.isBefore(expiresAt) ? endOfTime() : state;
  }

  private VerificationState endOfTime() {
    return state == VerificationState.CONSENTED
        ? VerificationState.NO_MATCH
        : VerificationState.EXPIRED;
  }

  private boolean isWaiting() {
    return state == VerificationState.AWAITING_CODE || state == VerificationState.CONSENTED;
  }

  /** Names it. */
  public VerificationId id() {
    return new VerificationId(id);
  }

  /** Who asked, with which key, in which mode. */
  public Asker asker() {
    return new Asker(new OrganisationId(organisationId), new ApiKeyId(apiKeyId), mode);
  }

  /** Why it was asked, by its code. */
  public String purpose() {
    return purposeCode;
  }

  /** The organisation's own word for it. */
  public Optional<String> reference() {
    return Optional.ofNullable(reference);
  }

  /** What the organisation wants to find in the statement. */
  public Optional<String> nonce() {
    return Optional.ofNullable(nonce);
  }

  /** What the person reads. */
  public String language() {
    return language;
  }

  /** Which text the message with the code has: {@link SmsWording#key}. */
  public String wording() {
    return wording;
  }

  /** What the message with the code says, as a receipt names it. */
  public NoticeShown notice() {
    String[] parts = wording.split("\\.", -1);
    return new NoticeShown(parts[0], parts[1], parts[2], wordingSha256);
  }

  /** How long the answer may be used. */
  public Duration answerValidFor() {
    return Duration.ofSeconds(validForSeconds);
  }

  /** How often the right code may still find a person. */
  public int attemptsLeft() {
    return attemptsLeft;
  }

  /** When it was asked. */
  public Instant createdAt() {
    return createdAt;
  }

  /** From when on no answer is given. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** Keyed hash of the mobile. */
  public byte[] mobileIndex() {
    return mobileIndex.clone();
  }

  /** The mobile as it may be shown. */
  public String mobileMasked() {
    return mobileMasked;
  }

  /** The mobile, sealed, until the verification ends or the person was told that it did. */
  public Optional<byte[]> sealedMobile() {
    return Optional.ofNullable(sealedMobile).map(byte[]::clone);
  }

  /** The name, sealed, until the verification ends. */
  public Optional<byte[]> sealedName() {
    return Optional.ofNullable(sealedName).map(byte[]::clone);
  }

  /** The year of birth that the organisation gave. */
  public OptionalInt yearOfBirth() {
    return yearOfBirth == null ? OptionalInt.empty() : OptionalInt.of(yearOfBirth);
  }

  /** When it was answered. */
  public Optional<Instant> completedAt() {
    return Optional.ofNullable(completedAt);
  }

  /** The answer, if it is completed. */
  public Optional<Answer> answer() {
    if (status == null
        || rule == null
        || asOf == null
        || statement == null
        || statementExpiresAt == null
        || receiptId == null
        || subjectSalt == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Answer(
            status,
            rule,
            asOf,
            statement,
            statementExpiresAt,
            new ReceiptId(receiptId),
            subjectSalt.clone()));
  }
}
