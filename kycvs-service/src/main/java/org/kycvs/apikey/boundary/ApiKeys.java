package org.kycvs.apikey.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kycvs.apikey.control.ApiKeyActs;
import org.kycvs.apikey.control.ApiKeyDatabase;
import org.kycvs.apikey.control.ApiKeysUnreachableException;
import org.kycvs.apikey.control.LimitsWanted;
import org.kycvs.apikey.entity.ApiKeyOutcome;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.KeyLimits;
import org.kycvs.apikey.entity.KeyName;
import org.kycvs.apikey.entity.ListedApiKey;
import org.kycvs.apikey.entity.Overlap;
import org.kycvs.shared.actor.OperatorActor;
import org.kycvs.shared.address.AddressRange;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;

/**
 * What operators do with organisations' API keys. Each act is in the audit log, and holds from its
 * commit on: the next call with the key is treated accordingly, on every node.
 *
 * <p>All methods throw {@link ApiKeysUnreachableException} if the database fails.
 */
@Stateless
public class ApiKeys {
  @Inject private ApiKeyActs acts;

  /** For the container. */
  public ApiKeys() {}

  private ApiKeys(ApiKeyActs acts) {
    this.acts = acts;
  }

  /** Where there is no container: each act in a transaction of its own. */
  public static ApiKeys on(Connection connection, MasterKey key, Clock clock) {
    return new ApiKeys(new ApiKeyActs(ApiKeyDatabase.on(connection), key, clock));
  }

  /** Issues a key, unless a live one of the organisation and mode has the name. */
  public ApiKeyOutcome issue(OperatorActor operator, KeyName name, KeyLimits limits) {
    return acts.issue(operator, name, limits);
  }

  /**
   * Takes rights, addresses or time away from a key; it is never given any. What is empty stays.
   *
   * @param scopes those that it keeps
   * @param addresses each within one that it has, or any if it may be used from anywhere
   * @param expiresAt not after its present end
   */
  public ApiKeyOutcome narrow(
      OperatorActor operator,
      ApiKeyId key,
      Set<ApiKeyScope> scopes,
      List<AddressRange> addresses,
      Optional<Instant> expiresAt) {
    return acts.narrow(operator, key, new LimitsWanted(scopes, addresses, expiresAt));
  }

  /**
   * Issues a key of the same name and limits, and ends the old one after the overlap. Of one name
   * at most two keys live.
   *
   * @param expiresAt when the new one is to expire; empty for when the old one would have
   */
  public ApiKeyOutcome roll(
      OperatorActor operator, ApiKeyId key, Overlap overlap, Optional<Instant> expiresAt) {
    return acts.roll(operator, key, overlap, expiresAt);
  }

  /**
   * Ends a key for good.
   *
   * @param reason kept, sealed
   */
  public ApiKeyOutcome revoke(OperatorActor operator, ApiKeyId key, String reason) {
    return acts.revoke(operator, key, reason);
  }

  /** All keys of an organisation, dead ones too, by name; none if there is no organisation. */
  public List<ListedApiKey> list(OperatorActor operator, OrganisationId organisation) {
    return acts.list(organisation);
  }
}
