package org.kycvs.consent.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.kycvs.shared.id.ReceiptId;
import org.kycvs.shared.id.VerificationId;

/** The signed record of a consent that both sides keep. It never changes. */
@Entity
@Table(name = "consent_receipt")
public class ConsentReceipt {
  @Id private String id;

  @Column(name = "verification_id")
  private String verificationId;

  private String receipt;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For the persistence provider. */
  protected ConsentReceipt() {}

  /** A receipt that was signed. */
  public ConsentReceipt(ReceiptId id, VerificationId verification, String jws, Instant at) {
    this.id = id.value();
    this.verificationId = verification.value();
    this.receipt = jws;
    this.createdAt = at;
  }

  /** Names the receipt. */
  public ReceiptId id() {
    return new ReceiptId(id);
  }

  /** The verification whose consent it records. */
  public VerificationId verification() {
    return new VerificationId(verificationId);
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** The compact JWS, {@code typ: kycvs-receipt+jwt}. */
  public String compactJws() {
    return receipt;
  }
}
