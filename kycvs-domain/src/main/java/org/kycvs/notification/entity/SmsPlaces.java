package org.kycvs.notification.entity;

import java.net.URI;
import java.util.Map;

/**
 * What an installation's texts say that never differs between messages, and so is registered as
 * part of the text.
 *
 * @param issuer the URL that people reach the installation by, without a slash at its end
 */
public record SmsPlaces(String issuer) {

  /** By the names that texts have for them, in braces. */
  Map<String, String> byName() {
    return Map.of("issuer", issuer, "notice", issuer + "/notice", "host", host());
  }

  private String host() {
    return URI.create(issuer).getHost();
  }
}
