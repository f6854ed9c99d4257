package org.kycvs.apikey.entity;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kycvs.shared.address.AddressRange;

/**
 * What a key may do, from where, until when, and for which purpose if a call names none. Limits of
 * a key that is out only become narrower: nobody's copy of it may come to more than it was given.
 *
 * @param scopes what it may do; at least one
 * @param addresses from where it may be used; empty means from anywhere; at most {@link
 *     #MOST_RANGES}
 * @param expiresAt the instant from which on it is refused; empty if it does not end by itself
 * @param defaultPurpose the code of the purpose of calls that cannot name one; it never changes
 */
public record KeyLimits(
    Set<ApiKeyScope> scopes,
    List<AddressRange> addresses,
    Optional<Instant> expiresAt,
    Optional<String> defaultPurpose) {
  /** How many address ranges a key may have. */
  public static final int MOST_RANGES = 20;

  /** Refuses a key that may do nothing, and too many ranges. */
  public KeyLimits {
    if (scopes.isEmpty() || addresses.size() > MOST_RANGES) {
      throw new IllegalArgumentException("At least one scope, at most 20 address ranges");
    }
    scopes = Set.copyOf(scopes);
    addresses = List.copyOf(addresses);
  }

  /** Without a default purpose. */
  public KeyLimits(
      Set<ApiKeyScope> scopes, List<AddressRange> addresses, Optional<Instant> expiresAt) {
    this(scopes, addresses, expiresAt, Optional.empty());
  }

  /** Whether a key with these limits may be used from there. */
  public boolean allow(InetAddress address) {
    return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(address));
  }

  /** Whether a key with these limits may do that. */
  public boolean allow(ApiKeyScope scope) {
    return scopes.contains(scope);
  }

  /** Whether their time is over: from the instant of expiry on. */
  public boolean areOverAt(Instant now) {
    return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
  }

  /** Whether whatever the others allow, these allow as well. */
  public boolean cover(KeyLimits others) {
    return scopes.containsAll(others.scopes)
        && (addresses.isEmpty() || !others.addresses.isEmpty())
        && others.addresses.stream().allMatch(this::covers)
        && defaultPurpose.equals(others.defaultPurpose)
        && (expiresAt.isEmpty()
            || others.expiresAt.isPresent() && !others.expiresAt.get().isAfter(expiresAt.get()));
  }

  /** These, but over at this instant, if they are not over before. */
  KeyLimits until(Instant end) {
    boolean earlier = expiresAt.isPresent() && expiresAt.get().isBefore(end);
    return earlier ? this : expiringAt(Optional.of(end));
  }

  /** These with another expiry. */
  KeyLimits expiringAt(Optional<Instant> expiry) {
    return new KeyLimits(scopes, addresses, expiry, defaultPurpose);
  }

  private boolean covers(AddressRange range) {
    return addresses.isEmpty() || addresses.stream().anyMatch(own -> own.contains(range));
  }
}
