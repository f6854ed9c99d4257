package org.kycvs.apikey.boundary;

import java.util.Optional;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.organisation.entity.Organisation;
import org.kycvs.shared.actor.Actor;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/**
 * An organisation that calls with its API key. Only {@link KeyedCalls} makes one, so whoever is
 * handed one knows that the key was authenticated in this very transaction.
 */
public final class KeyActor implements Actor {
  private final ApiKeyId key;
  private final Organisation organisation;
  private final Mode mode;
  private final Optional<String> defaultPurpose;

  KeyActor(ApiKey key, Organisation organisation) {
    this.key = key.id();
    this.organisation = organisation;
    this.mode = key.mode();
    this.defaultPurpose = key.limits().defaultPurpose();
  }

  /** The key. */
  public ApiKeyId key() {
    return key;
  }

  /** Whose key it is. */
  public OrganisationId organisation() {
    return organisation.id();
  }

  /** The organisation, as it is in this transaction. */
  public Organisation profile() {
    return organisation;
  }

  /** The world that the key opens. */
  public Mode mode() {
    return mode;
  }

  /** The code of the purpose that the key asks for where a call names none. */
  public Optional<String> defaultPurpose() {
    return defaultPurpose;
  }

  @Override
  public String auditName() {
    return "key:" + key.value();
  }
}
