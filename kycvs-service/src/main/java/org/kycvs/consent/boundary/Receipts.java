package org.kycvs.consent.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.kycvs.consent.control.ConsentStore;
import org.kycvs.consent.entity.ConsentReceipt;
import org.kycvs.consent.entity.ReceiptContent;
import org.kycvs.consent.entity.RegistryOperator;
import org.kycvs.shared.id.ReceiptId;
import org.kycvs.shared.id.VerificationId;

/** The records of consents that both sides keep. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Receipts {
  @Inject private ConsentStore receipts;
  @Inject private RegistryOperator operator;
  @Inject private Clock clock;

  /** The fields of a receipt, ready to be signed. */
  public Map<String, Object> draw(ReceiptContent content) {
    return content.fields(operator, clock.instant());
  }

  /** Keeps a receipt that was signed; it never changes from then on. */
  public void keep(ReceiptId id, VerificationId verification, String compactJws) {
    receipts.add(new ConsentReceipt(id, verification, compactJws, clock.instant()));
  }

  /** The newest receipt of a verification's consent. */
  public Optional<ConsentReceipt> newest(VerificationId verification) {
    return receipts.newestReceipt(verification);
  }
}
