package org.kycvs.apikey.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.kycvs.apikey.control.ApiKeyStore;
import org.kycvs.apikey.control.LastUses;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.organisation.boundary.Organisations;
import org.kycvs.organisation.entity.Organisation;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;

/**
 * The door for calls with an API key. The key and its organisation are read in the call's own
 * transaction, and the call is made in the same one: what is revoked, suspended or narrowed is
 * refused at the very next call, on every node, at no further round trip.
 */
@Stateless
public class KeyedCalls {
  @Inject private ApiKeyStore keys;
  @Inject private Organisations organisations;
  @Inject private LastUses uses;
  @Inject private Clock clock;

  /**
   * Makes a call for the one whose key this is.
   *
   * @throws ProblemException {@code api-key-unknown}; only for the right secret also {@code
   *     api-key-revoked}, {@code api-key-expired}, {@code organisation-suspended}, {@code
   *     address-not-allowed} or {@code scope-missing}
   */
  public <R> R as(PresentedCall presented, Function<KeyActor, R> call) {
    return call.apply(authenticate(presented));
  }

  private KeyActor authenticate(PresentedCall presented) {
    ApiKey key =
        keys.find(presented.key())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.API_KEY_UNKNOWN,
                        "This API key is not known here. Take it from the portal again."));
    Instant now = clock.instant();
    checkLife(key, now);
    Organisation organisation = organisations.get(key.organisation());
    if (organisation.isSuspended()) {
      throw new ProblemException(
          ProblemCode.ORGANISATION_SUSPENDED,
          "The organisation is suspended. Its administrator finds the reason in the portal.");
    }
    checkLimits(key, presented);
    uses.note(key.id(), now, presented.from());
    return new KeyActor(key.id(), organisation, key.mode());
  }

  private static void checkLife(ApiKey key, Instant now) {
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
