package org.kycvs.client.conformance;

import java.util.List;

/**
 * What the issuer of the vectors publishes, live and test mode together.
 *
 * @param jwks the JWK set (RFC 7517)
 * @param metadata as {@code /.well-known/kycvs.json} has it
 * @param statusLists status list tokens
 */
public record Published(String jwks, String metadata, List<String> statusLists) {

  /** Takes a copy. */
  public Published {
    statusLists = List.copyOf(statusLists);
  }
}
