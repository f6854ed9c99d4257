package org.kycvs.testing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.verification.boundary.Confirmation;
import org.kycvs.verification.boundary.Sending;

/**
 * Somebody who has questions asked about a mobile and does not know the codes. One in a million
 * guesses is right; a test that meets it fails, and is to be run again.
 */
@Dependent
public class Guesser {
  private static final String GUESS = "314159";
  private static final int TRIES = 3;

  @Inject private Journey journey;

  /** Brings a code that is wrong. */
  public Confirmation guess(AskingOrganisation organisation, VerificationId id) {
    return journey.confirm(organisation, id, GUESS);
  }

  /**
   * Has so many wrong codes compared that only the budget can stop it, one verification after the
   * other.
   */
  public void haveCompared(AskingOrganisation organisation, MobileNumber mobile, int wrongCodes) {
    int compared = 0;
    while (compared < wrongCodes) {
      VerificationId id = asked(organisation, mobile);
      for (int tries = 0; tries < TRIES && compared < wrongCodes; tries++) {
        Confirmation confirmation = guess(organisation, id);
        if (!(confirmation instanceof Confirmation.CodeWrong)) {
          throw new AssertionError(confirmation.toString());
        }
        compared++;
      }
    }
  }

  private VerificationId asked(AskingOrganisation organisation, MobileNumber mobile) {
    Sending sending = journey.tryToAsk(organisation, mobile);
    if (sending instanceof Sending.Accepted accepted) {
      return accepted.view().verification().id();
    }
    throw new AssertionError(sending.toString());
  }
}
