package org.kycvs.apikey.entity;

import java.net.InetAddress;

/**
 * A call as it comes in with an API key.
 *
 * @param key what was given as the key
 * @param scope what the key must be allowed to do for it
 * @param from the caller's address
 */
public record PresentedCall(PresentedApiKey key, ApiKeyScope scope, InetAddress from) {}
