package org.kycvs.apikey.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.ApiKeyOutcome;
import org.kycvs.apikey.entity.ApiKeyRefusal;
import org.kycvs.apikey.entity.ApiKeyRefusedException;
import org.kycvs.apikey.entity.KeyLimits;
import org.kycvs.apikey.entity.KeyName;
import org.kycvs.apikey.entity.ListedApiKey;
import org.kycvs.apikey.entity.NewApiKey;
import org.kycvs.apikey.entity.Overlap;
import org.kycvs.shared.actor.Actor;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;

/** What is done to keys: found, changed, kept and written into the audit log, or refused. */
@Dependent
public class ApiKeyActs {
  private final ApiKeyDatabase database;
  private final KeyedHash hash;
  private final Seal notes;
  private final Clock clock;

  /** On this database, with the installation's key. */
  @Inject
  public ApiKeyActs(ApiKeyDatabase database, MasterKey masterKey, Clock clock) {
    this.database = database;
    this.hash = masterKey.keyedHash(ApiKeyStore.LABEL);
    this.notes = masterKey.seal("kycvs/api-key-note/1");
    this.clock = clock;
  }

  /** Issues a key; see the boundary. */
  public ApiKeyOutcome issue(Actor by, KeyName name, KeyLimits limits) {
    NewApiKey secret = NewApiKey.random(name.mode());
    return act(
        keys -> {
          keys.lock(name.organisation());
          keys.checkPurpose(name.organisation(), limits);
          if (keys.liveOf(name) > 0) {
            throw new ApiKeyRefusedException(ApiKeyRefusal.NAME_TAKEN);
          }
          ApiKey key =
              ApiKey.issue(
                  secret.id(), name, secret.hashedBy(hash), limits, by.auditName(), keys.now());
          keys.add(by, key);
          return new ApiKeyOutcome.Issued(key, secret);
        });
  }

  /** Narrows a key; see the boundary. */
  public ApiKeyOutcome narrow(Actor by, ApiKeyId id, LimitsWanted wanted) {
    return act(
        keys -> {
          ApiKey known = keys.locked(id);
          ApiKey narrowed = known.narrow(wanted.from(known.limits()), keys.now());
          keys.narrowed(by, narrowed);
          return new ApiKeyOutcome.Changed(narrowed);
        });
  }

  /** Rolls a key; see the boundary. */
  public ApiKeyOutcome roll(Actor by, ApiKeyId id, Overlap overlap, Optional<Instant> expiry) {
    return act(
        keys -> {
          ApiKey known = keys.locked(id);
          NewApiKey secret = NewApiKey.random(known.mode());
          ApiKey rolled = known.roll(secret.id(), overlap, keys.now());
          if (keys.liveOf(known.name()) > 1 && rolled.isLiveAt(keys.now())) {
            throw new ApiKeyRefusedException(ApiKeyRefusal.TWO_LIVE);
          }
          ApiKey successor =
              known.successor(
                  secret.id(), secret.hashedBy(hash), expiry, by.auditName(), keys.now());
          keys.add(by, successor);
          keys.rolled(by, rolled, overlap);
          return new ApiKeyOutcome.Issued(successor, secret);
        });
  }

  /** Revokes a key; see the boundary. */
  public ApiKeyOutcome revoke(Actor by, ApiKeyId id, String reason) {
    return act(
        keys -> {
          ApiKey revoked = keys.locked(id).revoke(keys.now());
          keys.revoked(by, revoked, notes.seal(reason, id.value()));
          return new ApiKeyOutcome.Changed(revoked);
        });
  }

  /** All keys of an organisation. */
  public List<ListedApiKey> list(OrganisationId organisation) {
    return database.run(connection -> new ApiKeyTable(connection).ofOrganisation(organisation));
  }

  private ApiKeyOutcome act(KeyTransaction.Work work) {
    try {
      return database.run(connection -> work.in(new KeyTransaction(connection, clock)));
    } catch (ApiKeyRefusedException e) {
      return new ApiKeyOutcome.Refused(e.reason());
    }
  }
}
