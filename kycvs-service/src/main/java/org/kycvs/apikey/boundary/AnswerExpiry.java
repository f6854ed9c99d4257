package org.kycvs.apikey.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.kycvs.apikey.control.AnswerStore;

/** Forgets the answers to calls that were made too long ago to be sent again. */
@Stateless
public class AnswerExpiry {
  @Inject private AnswerStore answers;
  @Inject private Clock clock;

  /**
   * Forgets those that are 24 hours old; they count for nothing any more.
   *
   * @param most how many, in one transaction
   * @return how many it were
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int forgetOld(int most) {
    return answers.removeOld(clock.instant(), most);
  }
}
