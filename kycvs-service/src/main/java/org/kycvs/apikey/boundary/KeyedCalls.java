package org.kycvs.apikey.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kycvs.apikey.control.ApiKeyStore;
import org.kycvs.apikey.control.KeyRates;
import org.kycvs.apikey.control.LastUses;
import org.kycvs.apikey.control.WrongKeys;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.ApiKeyScope;
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

  /**
   * Makes a call for one who had the key before, and has a token in its place. The key and its
   * organisation are looked at as in any call.
   *
   * @throws ProblemException as {@link #as(PresentedCall, Function)}
   */
  public <R> R as(ResumedCall resumed, Function<KeyActor, R> call) {
    KeySession session = resumed.session();
    ApiKey key =
        keys.find(session.key())
            .filter(known -> known.organisation().equals(session.organisation()))
            .filter(known -> known.mode() == session.mode())
            .orElseThrow(KeyedCalls::unknown);
    Instant now = clock.instant();
    checkLife(key, now);
    resumed.proven().accept(key.id().value());
    return call.apply(admit(key, now, resumed.scope(), resumed.from(), resumed.rate()));
  }

  private KeyActor authenticate(PresentedCall presented) {
    refuseHopeless(presented);
    Optional<ApiKey> found = keys.find(presented.key());
    if (found.isEmpty()) {
      wrongKeys.failed(presented);
      throw unknown();
    }
    ApiKey key = found.get();
    Instant now = clock.instant();
    if (!key.isLiveAt(now)) {
      wrongKeys.failed(presented);
      wrongKeys.ended(key.id());
    }
    checkLife(key, now);
    wrongKeys.worked(key.id(), key.hash());
    presented.tellProven();
    return admit(key, now, presented.scope(), presented.from(), presented::tellRate);
  }

  private KeyActor admit(
      ApiKey key, Instant now, ApiKeyScope scope, InetAddress from, Consumer<RateStanding> rate) {
    Organisation organisation = organisations.get(key.organisation());
    // Only now: whoever knows no more than a key's id cannot use up what it may ask.
    count(key, organisation, rate);
    if (organisation.isSuspended()) {
      throw new ProblemException(
          ProblemCode.ORGANISATION_SUSPENDED,
          "The organisation is suspended. Its administrator finds the reason in the portal.");
    }
    checkLimits(key, scope, from);
    uses.note(key.id(), now, from);
    return new KeyActor(key, organisation);
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

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemCode.API_KEY_UNKNOWN,
        "This API key is not known here. Take it from the portal again.");
  }

  private void count(ApiKey key, Organisation organisation, Consumer<RateStanding> rate) {
    RateStanding standing = rates.count(key.id(), organisation);
    rate.accept(standing);
    if (!standing.isAllowed()) {
      throw standing.refusal(
          "This API key makes more requests than it may. Try again when Retry-After is over, and"
              + " spread your requests as RateLimit-Policy says.");
    }
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

  private static void checkLimits(ApiKey key, ApiKeyScope scope, InetAddress from) {
    if (!key.limits().allow(from)) {
      throw new ProblemException(
          ProblemCode.ADDRESS_NOT_ALLOWED,
          "This API key may not be used from this address. See its address ranges.");
    }
    if (!key.limits().allow(scope)) {
      throw new ProblemException(
          ProblemCode.SCOPE_MISSING,
          "This API key lacks the scope " + scope.wire() + ". Issue one that has it.");
    }
  }
}
