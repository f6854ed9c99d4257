package org.kycvs.apikey.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;

/** Finds the key that was presented. */
@Dependent
public class ApiKeyStore {
  /** The label under which a whole key is hashed. */
  public static final String LABEL = "kycvs/api-key/1";

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  private final KeyedHash hash;

  /** With the master key from which the hash's key is derived. */
  @Inject
  public ApiKeyStore(MasterKey masterKey) {
    this.hash = masterKey.keyedHash(LABEL);
  }

  /** The key on record whose id, mode and secret the presented one has. */
  public Optional<ApiKey> find(PresentedApiKey presented) {
    byte[] presentedHash = hash.of(presented.reveal());
    return Optional.ofNullable(database.find(ApiKey.class, presented.id().value()))
        .filter(key -> key.hasHash(presentedHash))
        .filter(key -> key.mode() == presented.mode());
  }
}
