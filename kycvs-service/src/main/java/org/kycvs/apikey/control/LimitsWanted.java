package org.kycvs.apikey.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.KeyLimits;
import org.kycvs.shared.address.AddressRange;

/**
 * To what a key is to be narrowed; what is empty stays as it is.
 *
 * @param scopes what it may still do
 * @param addresses from where it may still be used
 * @param expiresAt until when
 */
public record LimitsWanted(
    Set<ApiKeyScope> scopes, List<AddressRange> addresses, Optional<Instant> expiresAt) {

  KeyLimits from(KeyLimits known) {
    return new KeyLimits(
        scopes.isEmpty() ? known.scopes() : scopes,
        addresses.isEmpty() ? known.addresses() : addresses,
        expiresAt.isEmpty() ? known.expiresAt() : expiresAt,
        known.defaultPurpose());
  }
}
