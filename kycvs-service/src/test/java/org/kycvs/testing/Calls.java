package org.kycvs.testing;

import java.net.InetAddress;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.shared.address.AddressRange;

/** Calls as they come in, for tests that do not care where from, or what they need. */
public final class Calls {
  /** Of those set aside for documentation (RFC 5737). */
  public static final InetAddress ADDRESS = address("203.0.113.7");

  private Calls() {}

  /** With a key. */
  public static PresentedCall with(PresentedApiKey key) {
    return new PresentedCall(key, ApiKeyScope.VERIFICATIONS_WRITE, ADDRESS);
  }

  /** The address that a text writes in numbers. */
  public static InetAddress address(String text) {
    return AddressRange.literal(text).orElseThrow();
  }
}
