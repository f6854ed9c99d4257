package org.kycvs.apikey.boundary;

import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/**
 * What a caller who had an API key may go on with for a while without it. Only {@link KeySessions}
 * makes one, of a token that it gave out itself; whether the key still opens anything, only {@link
 * KeyedCalls} tells.
 */
public final class KeySession {
  private final String subject;
  private final ApiKeyId key;
  private final OrganisationId organisation;
  private final Mode mode;

  KeySession(String subject, ApiKeyId key, OrganisationId organisation, Mode mode) {
    this.subject = subject;
    this.key = key;
    this.organisation = organisation;
    this.mode = mode;
  }

  /** What it is about. */
  public String subject() {
    return subject;
  }

  ApiKeyId key() {
    return key;
  }

  OrganisationId organisation() {
    return organisation;
  }

  Mode mode() {
    return mode;
  }
}
