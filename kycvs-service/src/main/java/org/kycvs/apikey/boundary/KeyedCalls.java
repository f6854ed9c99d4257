package org.kycvs.apikey.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.kycvs.apikey.control.ApiKeyStore;
import org.kycvs.apikey.control.KeyRates;
import org.kycvs.apikey.control.LastUses;
import org.kycvs.apikey.control.WrongKeys;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.organisation.boundary.Organisations;
import org.kycvs.organisation.entity.Organisation;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.shared.rate.RateStanding;

/**
 * The door for calls with an API key. The key and its organisation are read in the call's own
 * transaction, and the call is made in the same one: what is revoked, suspended or narrowed is
 * refused at the very next call, on every node, at no further round trip.
 */
@Stateless
public class KeyedCalls {
  @Inject private ApiKeyStore keys;
  @Inject private Organisations organisations;
  @Inject private KeyRates rates;
  @Inject private WrongKeys wrongKeys;
  @Inject private LastUses uses;
  @Inject private Clock clock;

  /**
   * Makes a call for the one whose key this is.
   *
   * @throws ProblemException {@code api-key-unknown}; only for the right secret also {@code
   *     api-key-revoked}, {@code api-key-expired}, {@code organisation-suspended}, {@code
   *     address-not-allowed}, {@code scope-missing} or {@code too-many-requests}, which may also
   *     meet a key that failed too often to be looked up once more
   */
  public <R> R as(PresentedCall presented, Function<KeyActor, R> call) {
    return call.apply(authenticate(presented));
  }

  private KeyActor authenticate(PresentedCall presented) {
    refuseHopeless(presented);
    ApiKey key = keys.find(presented.key()).orElseThrow(() -> unknown(presented));
    Instant now = clock.instant();
    checkLife(key, now, presented);
    wrongKeys.worked(key.id(), key.hash());
    presented.tellProven();
    Organisation organisation = organisations.get(key.organisation());
    // Only now: whoever knows no more than a key's id cannot use up what it may ask.
    count(key, organisation, presented);
    if (organisation.isSuspended()) {
      throw new ProblemException(
          ProblemCode.ORGANISATION_SUSPENDED,
          "The organisation is suspended. Its administrator finds the reason in the portal.");
    }
    checkLimits(key, presented);
    uses.note(key.id(), now, presented.from());
    return new KeyActor(key.id(), organisation, key.mode());
  }

  private void refuseHopeless(PresentedCall presented) {
    wrongKeys
        .refusal(presented, () -> keys.hash(presented.key()))
        .ifPresent(
            standing -> {
              presented.tellRate(standing);
              throw standing.refusal(
                  "This API key was refused too often from your address, so it was not looked up."
                      + " Check it, and try again when Retry-After is over.");
            });
  }

  private ProblemException unknown(PresentedCall presented) {
    wrongKeys.failed(presented);
    return new ProblemException(
        ProblemCode.API_KEY_UNKNOWN,
        "This API key is not known here. Take it from the portal again.");
  }

  private void count(ApiKey key, Organisation organisation, PresentedCall presented) {
    RateStanding standing = rates.count(key.id(), organisation);
    presented.tellRate(standing);
    if (!standing.isAllowed()) {
      throw standing.refusal(
          "This API key makes more requests than it may. Try again when Retry-After is over, and"
              + " spread your requests as RateLimit-Policy says.");
    }
  }

  private void checkLife(ApiKey key, Instant now, PresentedCall presented) {
    if (key.isRevoked() || key.isExpiredAt(now)) {
      wrongKeys.failed(presented);
      wrongKeys.ended(key.id());
    }
    if (key.isRevoked()) {
      throw new ProblemException(
          ProblemCode.API_KEY_REVOKED, "This API key was revoked. Use another or issue a new one.");
    }
    if (key.isExpiredAt(now)) {
      throw new ProblemException(
          ProblemCode.API_KEY_EXPIRED,
          key.isRolled()
              ? "This API key was rolled, and the overlap is over. Use the one that replaced it."
              : "This API key has expired. Issue a new one.");
    }
  }

  private static void checkLimits(ApiKey key, PresentedCall presented) {
    if (!key.limits().allow(presented.from())) {
      throw new ProblemException(
          ProblemCode.ADDRESS_NOT_ALLOWED,
          "This API key may not be used from this address. See its address ranges.");
    }
    if (!key.limits().allow(presented.scope())) {
      throw new ProblemException(
          ProblemCode.SCOPE_MISSING,
          "This API key lacks the scope " + presented.scope().wire() + ". Issue one that has it.");
    }
  }
}
