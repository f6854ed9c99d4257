package org.kycvs.verification.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.organisation.boundary.Organisations;
import org.kycvs.otp.entity.PresentedCode;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.control.CowinTransactionStore;
import org.kycvs.verification.entity.Question;

/**
 * The door of the CoWIN-compatible API to the one journey: it adds the name that these clients know
 * a verification by, and the purpose that they cannot name. Everything else, limits and the audit
 * log too, is {@link Verifications}' and {@link Confirmations}'.
 */
@Stateless
public class CowinTransactions {
  private static final String LANGUAGE = "en";

  @Inject private CowinTransactionStore transactions;
  @Inject private Verifications verifications;
  @Inject private Confirmations confirmations;
  @Inject private VerificationHistory history;
  @Inject private Organisations organisations;
  @Inject private Clock clock;

  /**
   * Asks about a person for the purpose of the caller's API key, and has the code sent to them.
   *
   * @throws ProblemException {@code purpose-not-approved}, also if the key has no default purpose
   *     and the organisation not just one; else as {@link Verifications#ask}
   */
  public CowinSending ask(KeyActor caller, MobileNumber mobile, String name) {
    Question question =
        new Question(
            mobile,
            name,
            OptionalInt.empty(),
            purpose(caller),
            Optional.empty(),
            Optional.empty(),
            LANGUAGE,
            Optional.empty());
    Sending sending = verifications.ask(caller, question);
    if (!(sending instanceof Sending.Accepted accepted)) {
      return new CowinSending.Refused(sending);
    }
    UUID transaction = UUID.randomUUID();
    transactions.add(
        transaction, accepted.view().verification().id(), caller.organisation(), clock.instant());
    return new CowinSending.Accepted(transaction);
  }

  /**
   * Takes the code that the person gave.
   *
   * @throws ProblemException {@code verification-not-found} if the caller's organisation and mode
   *     have no such transaction
   */
  public Confirmation confirm(KeyActor caller, UUID transaction, PresentedCode code) {
    return confirmations.confirm(
        caller, verification(caller, transaction), code, OptionalInt.empty());
  }

  /**
   * The verification of a transaction as it now is.
   *
   * @throws ProblemException {@code verification-not-found}
   */
  public VerificationView get(KeyActor caller, UUID transaction) {
    return history.get(caller, verification(caller, transaction));
  }

  private VerificationId verification(KeyActor caller, UUID transaction) {
    return transactions
        .find(transaction, caller.organisation())
        .orElseThrow(Verifications::notFound);
  }

  private String purpose(KeyActor caller) {
    return caller.defaultPurpose().orElseGet(() -> onlyPurpose(caller));
  }

  private String onlyPurpose(KeyActor caller) {
    List<String> approved = organisations.approvedPurposes(caller.organisation());
    if (approved.size() == 1) {
      return approved.get(0);
    }
    throw new ProblemException(
        ProblemCode.PURPOSE_NOT_APPROVED,
        approved.isEmpty()
            ? "Your organisation is not approved for any purpose yet. Ask the registry's operator"
                + " for one."
            : "Your organisation has several purposes, and this API key does not say which is"
                + " meant. Have a key with a default purpose issued.");
  }
}
