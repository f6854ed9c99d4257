package org.kycvs.webhook.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.webhook.entity.WebhookSecret;

/** Seals the secrets of endpoints, each bound to its endpoint. */
@Dependent
public class SecretSeals {
  private final Seal seal;

  /** With the master key from which the seal's key is derived. */
  @Inject
  public SecretSeals(MasterKey masterKey) {
    this.seal = masterKey.seal("kycvs/webhook-secret/1");
  }

  /** Seals a secret. */
  public byte[] seal(WebhookSecret secret, WebhookId endpoint) {
    return seal.seal(secret.bytes(), endpoint.value());
  }

  /** Opens a kept secret. */
  public WebhookSecret open(byte[] sealed, String endpoint) {
    return WebhookSecret.of(seal.open(sealed, endpoint));
  }
}
