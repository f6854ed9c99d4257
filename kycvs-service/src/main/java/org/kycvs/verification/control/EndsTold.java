package org.kycvs.verification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import org.kycvs.shared.fact.VerificationEnded;
import org.kycvs.verification.entity.Verification;

/**
 * Tells other features that a verification came to its end, within the transaction that ends it.
 */
@Dependent
public class EndsTold {
  private final Event<VerificationEnded> told;

  /** With those who want to know. */
  @Inject
  public EndsTold(Event<VerificationEnded> told) {
    this.told = told;
  }

  /** One ended just now, and not because its organisation took it back. */
  public void tell(Verification ended, Instant at) {
    told.fire(
        new VerificationEnded(
            ended.asker().organisation(),
            ended.asker().mode(),
            ended.id(),
            ended.stateAt(at).wire(),
            at));
  }
}
