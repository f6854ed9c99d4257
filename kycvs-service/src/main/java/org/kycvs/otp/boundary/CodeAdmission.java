package org.kycvs.otp.boundary;

import org.kycvs.otp.entity.BudgetAccount;
import org.kycvs.otp.entity.BudgetRefusal;

/** Whether a first code may be sent. Its message is counted with this, not with the sending. */
public sealed interface CodeAdmission {

  /** It may be; the message was counted. Only counting makes one. */
  final class Admitted implements CodeAdmission {
    private final BudgetAccount account;

    Admitted(BudgetAccount account) {
      this.account = account;
    }

    /** Where it was counted. */
    BudgetAccount account() {
      return account;
    }
  }

  /**
   * It may not be.
   *
   * @param by which budget is used up, and when to try again
   */
  record Refused(BudgetRefusal by) implements CodeAdmission {}
}
