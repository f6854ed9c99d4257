package org.kycvs.apikey.entity;

import java.util.Optional;

/**
 * A key in its organisation's list.
 *
 * @param lastUse empty if it was never used
 */
public record ListedApiKey(ApiKey key, Optional<LastUse> lastUse) {}
