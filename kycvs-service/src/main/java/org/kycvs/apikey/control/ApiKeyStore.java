package org.kycvs.apikey.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.ApiKeyHash;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.ApiKeyId;

/** Finds the key that was presented, as it is in the call's transaction. */
@Dependent
public class ApiKeyStore {
  /** The label under which a whole key is hashed. */
  public static final String LABEL = "kycvs/api-key/1";

  private final ApiKeyDatabase database;
  private final KeyedHash hash;

  /** With the master key from which the hash's key is derived. */
  @Inject
  public ApiKeyStore(ApiKeyDatabase database, MasterKey masterKey) {
    this.database = database;
    this.hash = masterKey.keyedHash(LABEL);
  }

  /** The keyed hash of a presented key. */
  public ApiKeyHash hash(PresentedApiKey presented) {
    return presented.hashedBy(hash);
  }

  /** The key on record with this id: for whoever proved before to hold it. */
  public Optional<ApiKey> find(ApiKeyId id) {
    return database.run(connection -> new ApiKeyTable(connection).find(id));
  }

  /** The key on record whose id, mode and secret the presented one has. */
  public Optional<ApiKey> find(PresentedApiKey presented) {
    ApiKeyHash presentedHash = hash(presented);
    return find(presented.id())
        .filter(key -> key.hash().matches(presentedHash))
        .filter(key -> key.mode() == presented.mode());
  }
}
