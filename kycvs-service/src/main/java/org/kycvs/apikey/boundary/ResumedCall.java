package org.kycvs.apikey.boundary;

import java.net.InetAddress;
import java.util.function.Consumer;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.shared.rate.RateStanding;

/**
 * A call as it comes in with a session's token in place of its API key.
 *
 * @param session what the token stands for
 * @param scope what the key must be allowed to do for it
 * @param from the caller's address
 * @param rate is told how the key's limit of requests stands, whether the call fails or not
 * @param proven is told the key's id once it is known to be in use
 */
public record ResumedCall(
    KeySession session,
    ApiKeyScope scope,
    InetAddress from,
    Consumer<RateStanding> rate,
    Consumer<String> proven) {}
