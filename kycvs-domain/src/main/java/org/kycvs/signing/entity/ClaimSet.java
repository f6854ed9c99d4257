package org.kycvs.signing.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named values in the order in which they will be written, ready to be signed. Immutable. A value
 * is a text, a whole number, a yes or no, or a list or map of such; a name occurs once.
 */
public final class ClaimSet {
  private static final ClaimSet EMPTY = new ClaimSet(new LinkedHashMap<>());

  private final Map<String, Object> claims;

  private ClaimSet(LinkedHashMap<String, Object> claims) {
    this.claims = Collections.unmodifiableMap(claims);
  }

  /** No claims yet. */
  public static ClaimSet empty() {
    return EMPTY;
  }

  /**
   * These claims and one more, at the end.
   *
   * @throws IllegalArgumentException if the name is taken or the value is of another kind
   */
  public ClaimSet with(String name, Object value) {
    LinkedHashMap<String, Object> more = new LinkedHashMap<>(claims);
    if (more.put(name, checked(value)) != null) {
      throw new IllegalArgumentException("Twice the same claim: " + name);
    }
    return new ClaimSet(more);
  }

  /** These claims, then the others; see {@link #with}. */
  public ClaimSet withAll(ClaimSet others) {
    ClaimSet all = this;
    for (Map.Entry<String, Object> claim : others.claims.entrySet()) {
      all = all.with(claim.getKey(), claim.getValue());
    }
    return all;
  }

  /** Name to value, in order, not to be changed. */
  public Map<String, Object> asMap() {
    return claims;
  }

  private static Object checked(@Nullable Object value) {
    if (value instanceof String || value instanceof Long || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ClaimSet::checked).toList();
    }
    if (value instanceof Map<?, ?> map) {
      LinkedHashMap<String, Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put((String) name, checked(member)));
      return Collections.unmodifiableMap(copy);
    }
    throw new IllegalArgumentException("Not a value that can be signed");
  }

  @Override
  public String toString() {
    return "ClaimSet" + claims.keySet();
  }
}
