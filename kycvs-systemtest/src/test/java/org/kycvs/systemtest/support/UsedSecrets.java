package org.kycvs.systemtest.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What passed through a server and must be in none of its logs: kind by secret. */
public final class UsedSecrets {
  private final Map<String, String> kinds = new ConcurrentHashMap<>();

  /** Notes one. */
  public void add(String kind, String secret) {
    if (!secret.isBlank()) {
      kinds.put(secret.strip(), kind);
    }
  }

  /** All of them, each with its kind. */
  public Map<String, String> kinds() {
    return Map.copyOf(kinds);
  }
}
