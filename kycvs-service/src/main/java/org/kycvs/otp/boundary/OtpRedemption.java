package org.kycvs.otp.boundary;

import java.time.Instant;
import org.kycvs.otp.entity.BudgetRefusal;
import org.kycvs.otp.entity.CodeBinding;

/**
 * What became of a code that was typed. A wrong one must be counted although the call fails, so
 * these are results and not exceptions.
 */
public sealed interface OtpRedemption {

  /**
   * The code was right. Only redeeming makes one, so that holding it proves the person's yes to
   * what the code was bound to.
   */
  final class Redeemed implements OtpRedemption {
    private final CodeBinding binding;
    private final Instant at;

    Redeemed(CodeBinding binding, Instant at) {
      this.binding = binding;
      this.at = at;
    }

    /** What the person said yes to. */
    public CodeBinding binding() {
      return binding;
    }

    /** When. */
    public Instant at() {
      return at;
    }
  }

  /**
   * The code was wrong.
   *
   * @param triesLeft how many more wrong ones are taken; at 0 the challenge is locked
   */
  record WrongCode(int triesLeft) implements OtpRedemption {}

  /**
   * Too many wrong codes came in all verifications together; nothing was compared.
   *
   * @param by whose budget is used up, and when to try again
   */
  record OverBudget(BudgetRefusal by) implements OtpRedemption {}

  /** The code's time is over; nothing was compared. */
  record CodeExpired() implements OtpRedemption {}

  /** The challenge takes no code any more; nothing was compared. */
  record Closed() implements OtpRedemption {}
}
