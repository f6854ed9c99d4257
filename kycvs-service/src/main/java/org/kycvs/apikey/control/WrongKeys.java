package org.kycvs.apikey.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.kycvs.apikey.entity.ApiKeyHash;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.rate.AddressBlock;
import org.kycvs.shared.rate.RateBuckets;
import org.kycvs.shared.rate.RateSettings;
import org.kycvs.shared.rate.RateStanding;

/**
 * Refuses, before the database is asked, what failed too often: calls with one key id from one
 * address. Other keys of that address are not touched, nor is a key that has worked on this node:
 * that is remembered by its keyed hash, and only tells which calls are looked up, never which are
 * let in.
 */
@ApplicationScoped
public class WrongKeys {
  private static final int MOST = 100_000;

  private final RateBuckets<Presenter> failures = new RateBuckets<>("wrong-keys", MOST);
  private final Cache<ApiKeyId, ApiKeyHash> worked =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  @Inject private RateSettings settings;

  private record Presenter(AddressBlock from, ApiKeyId key) {
    static Presenter of(PresentedCall call) {
      return new Presenter(AddressBlock.of(call.from()), call.key().id());
    }
  }

  /**
   * How the limit stands if the call is not to be looked up.
   *
   * @param hash of the presented key, made only if it is needed
   */
  public Optional<RateStanding> refusal(PresentedCall call, Supplier<ApiKeyHash> hash) {
    return failures
        .ifEmpty(Presenter.of(call), settings.wrongKeys())
        .filter(standing -> !hasWorked(call.key().id(), hash));
  }

  /** A call failed authentication. */
  public void failed(PresentedCall call) {
    failures.take(Presenter.of(call), settings.wrongKeys());
  }

  /** The key of this hash was authenticated. */
  public void worked(ApiKeyId key, ApiKeyHash hash) {
    ApiKeyHash known = worked.getIfPresent(key);
    if (known == null || !known.matches(hash)) {
      worked.put(key, hash);
    }
  }

  /** The key was authenticated, and does not work any more. */
  public void ended(ApiKeyId key) {
    worked.invalidate(key);
  }

  private boolean hasWorked(ApiKeyId key, Supplier<ApiKeyHash> hash) {
    ApiKeyHash known = worked.getIfPresent(key);
    return known != null && known.matches(hash.get());
  }
}
