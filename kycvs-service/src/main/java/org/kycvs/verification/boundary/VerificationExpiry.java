package org.kycvs.verification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.otp.boundary.OtpChallenges;
import org.kycvs.shared.actor.SystemActor;
import org.kycvs.verification.control.EndsTold;
import org.kycvs.verification.control.VerificationStore;
import org.kycvs.verification.entity.Verification;

/** Notes that the time of verifications is over, and erases what was kept for answering them. */
@Stateless
public class VerificationExpiry {
  @Inject private VerificationStore verifications;
  @Inject private OtpChallenges challenges;
  @Inject private EndsTold ends;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Ends verifications whose time is over.
   *
   * @param most how many, in one transaction
   * @return how many it were
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int endOverdue(int most) {
    Instant now = clock.instant();
    List<Verification> overdue = verifications.lockOverdue(now, most);
    for (Verification one : overdue) {
      one.expire();
      challenges.end(one.id());
      audit.record(SystemActor.EXPIRY, AuditAct.VERIFICATION_EXPIRED, one.id().value());
      ends.tell(one, now);
    }
    return overdue.size();
  }

  /** Erases the mobiles of people who could not be told in time that their answer was given. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void forgetUntold() {
    verifications.forgetMobilesAnsweredBefore(clock.instant().minus(Verification.TOLD_WITHIN));
  }
}
