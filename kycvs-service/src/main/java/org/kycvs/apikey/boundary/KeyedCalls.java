package org.kycvs.apikey.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Function;
import org.kycvs.apikey.control.ApiKeyStore;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.organisation.boundary.Organisations;
import org.kycvs.organisation.entity.Organisation;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;

/**
 * The door for calls with an API key. The key and its organisation are read in the call's own
 * transaction, and the call is made in the same one: what is revoked or suspended is refused at the
 * very next call, on every node, at no further round trip.
 */
@Stateless
public class KeyedCalls {
  @Inject private ApiKeyStore keys;
  @Inject private Organisations organisations;
  @Inject private Clock clock;

  /**
   * Makes a call for the one whose key this is.
   *
   * @throws ProblemException {@code api-key-unknown}; only for the right secret also {@code
   *     api-key-revoked}, {@code api-key-expired} or {@code organisation-suspended}
   */
  public <R> R as(PresentedApiKey presented, Function<KeyActor, R> call) {
    return call.apply(authenticate(presented));
  }

  private KeyActor authenticate(PresentedApiKey presented) {
    ApiKey key =
        keys.find(presented)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.API_KEY_UNKNOWN,
                        "This API key is not known here. Take it from the portal again."));
    if (key.isRevoked()) {
      throw new ProblemException(
          ProblemCode.API_KEY_REVOKED, "This API key was revoked. Use another or issue a new one.");
    }
    if (key.isExpiredAt(clock.instant())) {
      throw new ProblemException(
          ProblemCode.API_KEY_EXPIRED, "This API key has expired. Issue a new one.");
    }
    Organisation organisation = organisations.get(key.organisation());
    if (organisation.isSuspended()) {
      throw new ProblemException(
          ProblemCode.ORGANISATION_SUSPENDED,
          "The organisation is suspended. Its administrator finds the reason in the portal.");
    }
    return new KeyActor(key.id(), organisation, key.mode());
  }
}
