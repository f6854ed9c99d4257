package org.kycvs.otp.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.kycvs.otp.control.BudgetStore;

/** Forgets budgets in which nothing counts any more. */
@Stateless
public class BudgetExpiry {
  @Inject private BudgetStore budgets;
  @Inject private Clock clock;

  /**
   * Forgets those whose newest event no window needs any more: after 25 hours.
   *
   * @param most how many, in one transaction
   * @return how many it were
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int forgetIdle(int most) {
    return budgets.removeIdle(clock.instant(), most);
  }
}
