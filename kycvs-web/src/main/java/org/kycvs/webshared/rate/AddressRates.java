package org.kycvs.webshared.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import org.kycvs.shared.rate.AddressBlock;
import org.kycvs.shared.rate.RateBuckets;
import org.kycvs.shared.rate.RateSettings;
import org.kycvs.shared.rate.RateStanding;

/** How many calls come to this node from each address, with whatever key. */
@ApplicationScoped
public class AddressRates {
  private static final int MOST = 100_000;

  private final RateBuckets<AddressBlock> buckets = new RateBuckets<>("address", MOST);

  @Inject private RateSettings settings;

  /** Counts a call, unless there were too many. */
  RateStanding count(InetAddress from) {
    return buckets.take(AddressBlock.of(from), settings.address());
  }
}
