package org.kycvs.bench.journey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.kycvs.apikey.control.ApiKeyStore;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.apikey.entity.RevealsApiKey;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.mode.Mode;

/** An organisation that asks, approved for one purpose, with a live key and raised limits. */
public final class VerifierAccount {
  /** What it asks for. */
  public static final String PURPOSE = "bench-entry";

  private static final int SECRET_LENGTH = 32;
  private static final String ADD_ORGANISATION =
      """
      INSERT INTO organisation (id, legal_name, short_name, contact, state, created_at)
      VALUES (?, 'Benchmark Limited', 'Benchmark', 'bench@example.org', 'ACTIVE', now())
      """;
  private static final String ADD_PURPOSE =
      "INSERT INTO purpose (code, text, maximum_validity_seconds) VALUES (?, 'a benchmark', 86400)";
  private static final String APPROVE =
      "INSERT INTO purpose_approval (organisation_id, purpose_code, approved_at)"
          + " VALUES (?, ?, now())";
  private static final String ADD_KEY =
      """
      INSERT INTO api_key (id, organisation_id, mode, name, key_hash, created_at, created_by,
                           scopes, addresses)
      VALUES (?, ?, 'LIVE', 'bench', ?, now(), 'system:bench',
              '{verifications:write,verifications:read,statements:read}', '{}')
      """;

  private final String organisation;
  private final String keyId;
  private final String key;

  private VerifierAccount(String organisation, String keyId, String key) {
    this.organisation = organisation;
    this.keyId = keyId;
    this.key = key;
  }

  /** Makes the organisation in a database that has none of it. */
  @RevealsApiKey(because = "The benchmark calls with the key that it made")
  public static VerifierAccount open(Connection owner, MasterKey masterKey) throws SQLException {
    String organisation = "org_" + RandomText.id();
    PresentedApiKey key =
        PresentedApiKey.of(
            Mode.LIVE, new ApiKeyId("key_" + RandomText.id()), RandomText.base62(SECRET_LENGTH));
    execute(owner, ADD_ORGANISATION, organisation);
    execute(owner, ADD_PURPOSE, PURPOSE);
    execute(owner, APPROVE, organisation, PURPOSE);
    execute(
        owner,
        ADD_KEY,
        key.id().value(),
        organisation,
        key.hashedBy(masterKey.keyedHash(ApiKeyStore.LABEL)).bytes());
    RaisedLimits.of(organisation, owner);
    return new VerifierAccount(organisation, key.id().value(), key.reveal());
  }

  /** The organisation's id. */
  public String organisation() {
    return organisation;
  }

  /** The key's id. */
  public String keyId() {
    return keyId;
  }

  /** The whole key. */
  String key() {
    return key;
  }

  private static void execute(Connection owner, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }

  @Override
  public String toString() {
    return organisation;
  }
}
