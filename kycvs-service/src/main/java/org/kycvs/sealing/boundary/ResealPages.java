package org.kycvs.sealing.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.kycvs.sealing.control.Resealing;

/** Seals anew what is sealed with older keys, a page at a time. */
@Stateless
public class ResealPages {
  @Inject private Resealing resealing;

  /**
   * Does the next page in a transaction of its own.
   *
   * @param most how many rows
   * @return how many rows were looked at; 0 if there is nothing to do, or another node does it
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int next(int most) {
    return resealing.page(most);
  }
}
