package org.kycvs.application;

import java.util.Map;

/** Settings of the JAX-RS implementation that all applications share. */
public final class ServerSettings {
  private ServerSettings() {}

  /** No description besides {@code /openapi}: Jersey's names its version, and knows less. */
  public static Map<String, Object> common() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
