package org.kycvs.verification.boundary;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.kycvs.otp.entity.BudgetLimit;
import org.kycvs.otp.entity.BudgetRefusal;

/** What the audit log is told of a limit that refused a call: which it was, never whose mobile. */
final class RefusedLimits {
  private RefusedLimits() {}

  /** Of a message that is not sent. */
  static JsonObject of(Sending refusal) {
    if (refusal instanceof Sending.OverBudget over) {
      return of(over.by());
    }
    return Json.createObjectBuilder().add("limit", "sends").add("of", "verification").build();
  }

  /** Of a budget that is used up. */
  static JsonObject of(BudgetRefusal by) {
    return Json.createObjectBuilder()
        .add("limit", by.kind() == BudgetLimit.Kind.SENDS ? "sends" : "wrong-codes")
        .add("of", by.scope() == BudgetLimit.Scope.MOBILE ? "mobile" : "organisation-and-mobile")
        .build();
  }
}
