package org.kycvs.verification.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kycvs.otp.entity.BudgetLimit.Kind;
import org.kycvs.otp.entity.BudgetLimit.Scope;
import org.kycvs.otp.entity.BudgetRefusal;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.boundary.Confirmation;
import org.kycvs.verification.boundary.Sending;

class SendingProblemsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void of_tooSoon_saysWhenAgain() {
    ProblemException problem = SendingProblems.of(new Sending.TooSoon(Duration.ofSeconds(16)));
    assertEquals(ProblemCode.TOO_MANY_SENDS, problem.code());
    assertEquals(Map.of("retryAfter", 16), problem.members());
  }

  @Test
  void of_noneLeft_saysThatWaitingDoesNotHelp() {
    ProblemException problem = SendingProblems.of(new Sending.NoneLeft());
    assertEquals(ProblemCode.TOO_MANY_SENDS, problem.code());
    assertEquals(Map.of(), problem.members());
  }

  @Test
  void of_overBudget_neverSaysWhoseBudgetItWas() {
    for (Kind kind : Kind.values()) {
      ProblemException own = SendingProblems.of(over(kind, Scope.ORGANISATION));
      ProblemException all = SendingProblems.of(over(kind, Scope.MOBILE));
      assertEquals(own.code(), all.code());
      assertEquals(own.detail(), all.detail());
      assertEquals(own.members(), all.members());
      assertEquals(Map.of("retryAfter", 3600), all.members());
    }
  }

  @Test
  void of_overBudgetOfWrongCodes_isTheSameWhenAskedAndWhenConfirmed() {
    BudgetRefusal by = new BudgetRefusal(Kind.WRONG_CODES, Scope.ORGANISATION, HOUR);
    ProblemException confirmed = ConfirmationProblems.of(new Confirmation.OverBudget(by));
    ProblemException asked = SendingProblems.of(new Sending.OverBudget(by));
    assertEquals(ProblemCode.TOO_MANY_WRONG_CODES, asked.code());
    assertEquals(asked.code(), confirmed.code());
    assertEquals(asked.detail(), confirmed.detail());
    assertEquals(asked.members(), confirmed.members());
  }

  private static Sending over(Kind kind, Scope scope) {
    return new Sending.OverBudget(new BudgetRefusal(kind, scope, HOUR));
  }
}
