package org.kycvs.apikey.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kycvs.organisation.entity.Organisation;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.rate.RateBuckets;
import org.kycvs.shared.rate.RateLimit;
import org.kycvs.shared.rate.RateSettings;
import org.kycvs.shared.rate.RateStanding;

/** How many calls each key makes on this node; to be asked about authenticated keys only. */
@ApplicationScoped
public class KeyRates {
  private static final int MOST = 100_000;

  private final RateBuckets<ApiKeyId> buckets = new RateBuckets<>("key", MOST);

  @Inject private RateSettings settings;

  /** Counts a call, unless there were too many. */
  public RateStanding count(ApiKeyId key, Organisation organisation) {
    RateLimit plain = settings.key();
    return buckets.take(
        key,
        new RateLimit(
            organisation.requestsPerMinute().orElse(plain.requestsPerMinute()),
            organisation.requestBurst().orElse(plain.burst())));
  }
}
