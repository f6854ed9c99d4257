package org.kycvs.apikey.entity;

import java.net.InetAddress;
import java.util.function.Consumer;
import org.kycvs.shared.rate.RateStanding;

/**
 * A call as it comes in with an API key.
 *
 * @param key what was given as the key
 * @param scope what the key must be allowed to do for it
 * @param from the caller's address
 * @param rate is told how the caller's limit of requests stands, whether the call fails or not
 * @param proven is run once the caller has proven to hold this key, and the key is in use
 */
public record PresentedCall(
    PresentedApiKey key,
    ApiKeyScope scope,
    InetAddress from,
    Consumer<RateStanding> rate,
    Runnable proven) {

  /** Where nobody wants to know how the limit stands. */
  public PresentedCall(PresentedApiKey key, ApiKeyScope scope, InetAddress from) {
    this(key, scope, from, standing -> {}, () -> {});
  }

  /** Tells that the caller holds the key, and that it is in use. */
  public void tellProven() {
    proven.run();
  }

  /** Tells how the caller's limit of requests stands. */
  public void tellRate(RateStanding standing) {
    rate.accept(standing);
  }
}
