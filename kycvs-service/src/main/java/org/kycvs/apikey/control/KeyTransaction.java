package org.kycvs.apikey.control;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.ApiKeyOutcome;
import org.kycvs.apikey.entity.ApiKeyRefusal;
import org.kycvs.apikey.entity.ApiKeyRefusedException;
import org.kycvs.apikey.entity.KeyLimits;
import org.kycvs.apikey.entity.KeyName;
import org.kycvs.apikey.entity.Overlap;
import org.kycvs.audit.boundary.ConnectionAuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.shared.actor.Actor;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;

/**
 * The transaction in which somebody changes keys: one moment, and each change with its audit entry.
 * Entries hold no addresses: the log is for ever, and a range may be somebody's home.
 */
final class KeyTransaction {
  private static final String ORGANISATION = "SELECT 1 FROM organisation WHERE id = ?";
  private static final String APPROVAL =
      "SELECT 1 FROM purpose_approval WHERE organisation_id = ? AND purpose_code = ?";

  private final Connection connection;
  private final ApiKeyTable table;
  private final ConnectionAuditLog audit;
  private final Clock clock;
  private Instant now;

  KeyTransaction(Connection connection, Clock clock) {
    this.connection = connection;
    this.table = new ApiKeyTable(connection);
    this.audit = new ConnectionAuditLog(connection, clock);
    this.clock = clock;
    this.now = moment(clock);
  }

  /** The moment of the act: when it had its turn. */
  Instant now() {
    return now;
  }

  /** Waits until nobody else changes keys of the organisation. */
  void lock(OrganisationId organisation) throws SQLException {
    require(ApiKeyRefusal.ORGANISATION_UNKNOWN, ORGANISATION, organisation.value());
    table.lock(organisation);
    now = moment(clock);
  }

  /** Refuses a default purpose that the organisation may not ask for. */
  void checkPurpose(OrganisationId organisation, KeyLimits limits) throws SQLException {
    if (limits.defaultPurpose().isPresent()) {
      require(
          ApiKeyRefusal.PURPOSE_NOT_APPROVED,
          APPROVAL,
          organisation.value(),
          limits.defaultPurpose().get());
    }
  }

  private void require(ApiKeyRefusal otherwise, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new ApiKeyRefusedException(otherwise);
        }
      }
    }
  }

  /** The key, which nobody else changes meanwhile. */
  ApiKey locked(ApiKeyId id) throws SQLException {
    lock(known(id).organisation());
    return known(id);
  }

  /** How many live keys have the name. */
  long liveOf(KeyName name) throws SQLException {
    return table.ofName(name).stream().filter(key -> key.isLiveAt(now)).count();
  }

  void add(Actor by, ApiKey key) throws SQLException {
    table.add(key);
    audit.record(by, AuditAct.API_KEY_ISSUED, key.id().value(), limits(key).build());
  }

  void narrowed(Actor by, ApiKey key) throws SQLException {
    table.limit(key);
    audit.record(by, AuditAct.API_KEY_NARROWED, key.id().value(), limits(key).build());
  }

  void rolled(Actor by, ApiKey key, Overlap overlap) throws SQLException {
    table.limit(key);
    JsonObjectBuilder data = about(key).add("overlap", overlap.wire());
    key.life().replacedBy().ifPresent(successor -> data.add("replacedBy", successor.value()));
    audit.record(by, AuditAct.API_KEY_ROLLED, key.id().value(), data.build());
  }

  void revoked(Actor by, ApiKey key, byte[] sealedReason) throws SQLException {
    table.revoke(key, by.auditName(), sealedReason);
    audit.record(by, AuditAct.API_KEY_REVOKED, key.id().value(), about(key).build());
  }

  /** To the microsecond, as the database keeps it. */
  private static Instant moment(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private ApiKey known(ApiKeyId id) throws SQLException {
    return table.find(id).orElseThrow(() -> new ApiKeyRefusedException(ApiKeyRefusal.KEY_UNKNOWN));
  }

  private static JsonObjectBuilder limits(ApiKey key) {
    JsonObjectBuilder data =
        about(key)
            .add("scopes", ApiKeyRows.scopes(key.limits()))
            .add("addressRanges", key.limits().addresses().size());
    key.limits().expiresAt().ifPresent(end -> data.add("expiresAt", end.toString()));
    key.limits().defaultPurpose().ifPresent(code -> data.add("defaultPurpose", code));
    return data;
  }

  private static JsonObjectBuilder about(ApiKey key) {
    return Json.createObjectBuilder()
        .add("organisation", key.organisation().value())
        .add("mode", key.mode().wire());
  }

  /** What is done within the transaction. */
  @FunctionalInterface
  interface Work {
    ApiKeyOutcome in(KeyTransaction keys) throws SQLException;
  }
}
