package org.kycvs.otp.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.kycvs.otp.entity.BudgetAccount;
import org.kycvs.otp.entity.BudgetLimit.Kind;
import org.kycvs.otp.entity.BudgetRefusal;
import org.kycvs.otp.entity.BudgetSettings;

/**
 * What may be sent and compared for a mobile over all verifications. Of several calls about one
 * mobile at once, on whatever node, each sees what the one before it counted.
 */
@Dependent
public class CodeBudgets {
  @Inject private BudgetStore budgets;
  @Inject private BudgetSettings settings;

  /** Counts a message that is about to be sent, or says why it must not be. */
  public Optional<BudgetRefusal> countSend(BudgetAccount account, Instant now) {
    if (!account.isCounted()
        || budgets.countWithin(settings.forSending(account), account, Kind.SENDS, now)) {
      return Optional.empty();
    }
    return Optional.of(
        BudgetRefusal.of(budgets.lock(settings.forSending(account), account, now), now)
            .orElseThrow(() -> new IllegalStateException("Refused, though no limit is reached")));
  }

  /**
   * Why no code may be compared, if none may. If one may, nobody else compares one for this mobile
   * until the transaction ends, so that {@link #countWrongCode} does not count more than there may
   * be.
   */
  public Optional<BudgetRefusal> beforeComparing(BudgetAccount account, Instant now) {
    return account.isCounted()
        ? BudgetRefusal.of(budgets.lock(settings.forComparing(), account, now), now)
        : Optional.empty();
  }

  /** Counts a code that was compared and was wrong. */
  public void countWrongCode(BudgetAccount account, Instant now) {
    if (account.isCounted()) {
      budgets.count(account, Kind.WRONG_CODES, now);
    }
  }
}
