package org.kycvs.organisation.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kycvs.organisation.entity.ListedOrganisation;
import org.kycvs.organisation.entity.NewPurpose;
import org.kycvs.organisation.entity.OrganisationLimit;
import org.kycvs.organisation.entity.OrganisationLimits;
import org.kycvs.organisation.entity.OrganisationProfile;
import org.kycvs.shared.crypto.Seal;
import org.kycvs.shared.id.OrganisationId;

/** The tables of organisations, purposes and approvals, over a connection. */
public final class OrganisationTable {
  private static final String ADD =
      "INSERT INTO organisation (id, legal_name, short_name, contact, state, created_at)"
          + " VALUES (?, ?, ?, ?, 'ACTIVE', ?)";
  private static final String SUSPEND =
      "UPDATE organisation SET state = 'SUSPENDED', suspended_at = ?, suspended_by = ?,"
          + " sealed_reason = ? WHERE id = ?";
  private static final String RESUME =
      "UPDATE organisation SET state = 'ACTIVE', suspended_at = NULL, suspended_by = NULL,"
          + " sealed_reason = NULL WHERE id = ?";
  private static final String LOCK = "SELECT state FROM organisation WHERE id = ? FOR UPDATE";
  private static final String LIMITS = "SELECT * FROM organisation WHERE id = ?";
  private static final String LIMIT =
      Stream.of(OrganisationLimit.values())
          .map(limit -> limit.column() + " = CAST(? AS integer)")
          .collect(Collectors.joining(", ", "UPDATE organisation SET ", " WHERE id = ?"));
  private static final String PURPOSE =
      "SELECT code, text, maximum_validity_seconds FROM purpose WHERE code = ?";
  private static final String ADD_PURPOSE =
      "INSERT INTO purpose (code, text, maximum_validity_seconds) VALUES (?, ?, ?)";
  private static final String TEXTS =
      "SELECT language, text FROM purpose_text WHERE purpose_code = ?";
  private static final String ADD_TEXT =
      "INSERT INTO purpose_text (purpose_code, language, text, added_at) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String APPROVE =
      "INSERT INTO purpose_approval (organisation_id, purpose_code, approved_at)"
          + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String ALL =
      "SELECT o.*, array_to_string(ARRAY(SELECT purpose_code FROM purpose_approval"
          + " WHERE organisation_id = o.id ORDER BY 1), ' ') AS purposes"
          + " FROM organisation o ORDER BY short_name, id";

  private final Connection connection;
  private final Seal notes;

  /** In the connection's transactions; the seal is for reasons. */
  public OrganisationTable(Connection connection, Seal notes) {
    this.connection = connection;
    this.notes = notes;
  }

  /** Adds one that may ask, but for no purpose yet. */
  public void add(OrganisationId id, OrganisationProfile profile, Instant now) throws SQLException {
    execute(ADD, id.value(), profile.legalName(), profile.shortName(), profile.contact(), utc(now));
  }

  /** Whether it is suspended, or empty if there is none; nobody else changes it meanwhile. */
  public Optional<Boolean> lock(OrganisationId id) throws SQLException {
    try (PreparedStatement select = prepared(LOCK, id.value());
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(row.getString("state").equals("SUSPENDED"))
          : Optional.empty();
    }
  }

  /** Suspends it. */
  public void suspend(OrganisationId id, Instant now, String by, String reason)
      throws SQLException {
    execute(SUSPEND, utc(now), by, notes.seal(reason, id.value()), id.value());
  }

  /** Lets it ask again. */
  public void resume(OrganisationId id) throws SQLException {
    execute(RESUME, id.value());
  }

  /** The limits that it has of its own; empty if there is no such organisation. */
  public Optional<OrganisationLimits> limits(OrganisationId id) throws SQLException {
    try (PreparedStatement select = prepared(LIMITS, id.value());
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(OrganisationRow.limits(row)) : Optional.empty();
    }
  }

  /** Sets the limits that it has of its own. */
  public void limit(OrganisationId id, OrganisationLimits limits) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(LIMIT)) {
      int at = 1;
      for (OrganisationLimit limit : OrganisationLimit.values()) {
        OptionalInt own = limits.of(limit);
        update.setObject(at++, own.isPresent() ? own.getAsInt() : null, Types.INTEGER);
      }
      update.setString(at, id.value());
      update.executeUpdate();
    }
  }

  /** The purpose of a code. */
  public Optional<NewPurpose> purpose(String code) throws SQLException {
    try (PreparedStatement select = prepared(PURPOSE, code);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new NewPurpose(
                  row.getString("code"),
                  row.getString("text"),
                  Duration.ofSeconds(row.getInt("maximum_validity_seconds"))))
          : Optional.empty();
    }
  }

  /** What people read of a purpose in other languages than English, by their codes. */
  public Map<String, String> texts(String purpose) throws SQLException {
    try (PreparedStatement select = prepared(TEXTS, purpose);
        ResultSet row = select.executeQuery()) {
      Map<String, String> texts = new HashMap<>();
      while (row.next()) {
        texts.put(row.getString("language"), row.getString("text"));
      }
      return texts;
    }
  }

  /** Adds texts of a purpose; those that are there stay. */
  public void add(String purpose, Map<String, String> texts, Instant now) throws SQLException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      execute(ADD_TEXT, purpose, text.getKey(), text.getValue(), utc(now));
    }
  }

  /** Adds a purpose. */
  public void add(NewPurpose purpose) throws SQLException {
    int seconds = Math.toIntExact(purpose.maximumValidity().toSeconds());
    execute(ADD_PURPOSE, purpose.code(), purpose.text(), seconds);
  }

  /** Approves the purpose, and says whether it was not before. */
  public boolean approve(OrganisationId id, String purpose, Instant now) throws SQLException {
    return execute(APPROVE, id.value(), purpose, utc(now)) == 1;
  }

  /** All of them, by short name. */
  public List<ListedOrganisation> all() throws SQLException {
    try (PreparedStatement select = prepared(ALL);
        ResultSet row = select.executeQuery()) {
      List<ListedOrganisation> all = new ArrayList<>();
      while (row.next()) {
        all.add(new OrganisationRow(row, notes).listed());
      }
      return all;
    }
  }

  private int execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
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
