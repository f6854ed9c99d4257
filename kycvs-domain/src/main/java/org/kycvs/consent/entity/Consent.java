package org.kycvs.consent.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.otp.entity.CodeBinding;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;

/** A person's yes to one organisation's one question, given by redeeming its code. */
@Entity
@Table(name = "consent")
public class Consent {
  /** Where it stands. */
  public enum State {
    /** The person said yes. */
    GIVEN,
    /** The person took it back: the answer is not to be used from then on. */
    WITHDRAWN
  }

  @Id
  @Column(name = "verification_id")
  private String verificationId;

  @Column(name = "organisation_id")
  private String organisationId;

  @Column(name = "purpose_code")
  private String purposeCode;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "given_at")
  private Instant givenAt;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  /** For the persistence provider. */
  protected Consent() {}

  /** The consent that redeeming the code was. */
  public static Consent given(CodeBinding to, Mode mode, Instant at) {
    Consent consent = new Consent();
    consent.verificationId = to.verification().value();
    consent.organisationId = to.organisation().value();
    consent.purposeCode = to.purpose();
    consent.mode = mode;
    consent.state = State.GIVEN;
    consent.givenAt = at;
    return consent;
  }

  /** The question that it answers. */
  public VerificationId verification() {
    return new VerificationId(verificationId);
  }

  /** Who asked. */
  public OrganisationId organisation() {
    return new OrganisationId(organisationId);
  }

  /** Whether it concerns a real person or a test person. */
  public Mode mode() {
    return mode;
  }

  /** Why it was asked, by its code. */
  public String purpose() {
    return purposeCode;
  }

  /** When the person said yes. */
  public Instant givenAt() {
    return givenAt;
  }

  /** When the person took it back, if so. */
  public Optional<Instant> withdrawnAt() {
    return Optional.ofNullable(withdrawnAt);
  }

  /** Whether it still holds. */
  public boolean isGiven() {
    return state == State.GIVEN;
  }
}
