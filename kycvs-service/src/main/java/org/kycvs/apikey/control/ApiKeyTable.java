package org.kycvs.apikey.control;

import static org.kycvs.apikey.control.ApiKeyRows.COLUMNS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.KeyName;
import org.kycvs.apikey.entity.ListedApiKey;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;

/** The table of API keys, over a connection, in its transaction. */
final class ApiKeyTable {
  private static final String FIND = "SELECT" + COLUMNS + "FROM api_key WHERE id = ?";
  private static final String OF_NAME =
      "SELECT"
          + COLUMNS
          + "FROM api_key WHERE organisation_id = ? AND mode = ? AND name = ? ORDER BY created_at";
  private static final String OF_ORGANISATION =
      "SELECT"
          + COLUMNS
          + ", last_used_at, last_used_from FROM api_key WHERE organisation_id = ?"
          + " ORDER BY name, mode, created_at DESC, id";
  private static final String ADD =
      "INSERT INTO api_key (id, organisation_id, mode, name, key_hash, created_at, created_by,"
          + " scopes, addresses, expires_at, default_purpose) VALUES (?, ?, ?, ?, ?, ?, ?,"
          + " string_to_array(?, ' '), string_to_array(?, ' ')::cidr[], ?, ?)";
  private static final String LIMIT =
      "UPDATE api_key SET scopes = string_to_array(?, ' '),"
          + " addresses = string_to_array(?, ' ')::cidr[], expires_at = ?, replaced_by = ?"
          + " WHERE id = ?";
  private static final String REVOKE =
      "UPDATE api_key SET revoked_at = ?, revoked_by = ?, sealed_reason = ? WHERE id = ?";

  /** One at a time changes an organisation's keys, so that two live ones stay two. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";

  private final Connection connection;

  ApiKeyTable(Connection connection) {
    this.connection = connection;
  }

  Optional<ApiKey> find(ApiKeyId id) throws SQLException {
    return keys(FIND, id.value()).stream().findFirst();
  }

  List<ApiKey> ofName(KeyName name) throws SQLException {
    return keys(OF_NAME, name.organisation().value(), name.mode().name(), name.name());
  }

  List<ListedApiKey> ofOrganisation(OrganisationId organisation) throws SQLException {
    try (PreparedStatement select = prepared(OF_ORGANISATION, organisation.value());
        ResultSet row = select.executeQuery()) {
      List<ListedApiKey> keys = new ArrayList<>();
      while (row.next()) {
        keys.add(ApiKeyRows.listed(row));
      }
      return keys;
    }
  }

  void lock(OrganisationId organisation) throws SQLException {
    try (PreparedStatement lock = prepared(LOCK, "api keys of " + organisation.value())) {
      lock.execute();
    }
  }

  void add(ApiKey key) throws SQLException {
    execute(
        ADD,
        key.id().value(),
        key.organisation().value(),
        key.mode().name(),
        key.name().name(),
        key.hash().bytes(),
        utc(key.life().issuedAt()),
        key.life().issuedBy(),
        ApiKeyRows.scopes(key.limits()),
        ApiKeyRows.addresses(key.limits()),
        key.limits().expiresAt().map(ApiKeyTable::utc).orElse(null),
        key.limits().defaultPurpose().orElse(null));
  }

  /** Writes down its limits, and what replaced it. */
  void limit(ApiKey key) throws SQLException {
    execute(
        LIMIT,
        ApiKeyRows.scopes(key.limits()),
        ApiKeyRows.addresses(key.limits()),
        key.limits().expiresAt().map(ApiKeyTable::utc).orElse(null),
        key.life().replacedBy().map(ApiKeyId::value).orElse(null),
        key.id().value());
  }

  void revoke(ApiKey key, String by, byte[] sealedReason) throws SQLException {
    execute(REVOKE, utc(key.life().revokedAt().orElseThrow()), by, sealedReason, key.id().value());
  }

  private List<ApiKey> keys(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement select = prepared(sql, parameters);
        ResultSet row = select.executeQuery()) {
      List<ApiKey> keys = new ArrayList<>();
      while (row.next()) {
        keys.add(ApiKeyRows.key(row));
      }
      return keys;
    }
  }

  private void execute(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      statement.executeUpdate();
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
