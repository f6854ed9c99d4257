package org.kycvs.registry.control.changes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.registry.control.DoseRows;
import org.kycvs.registry.entity.Dose;

/** One person's record, which nobody else changes until the transaction ends. */
final class LockedRecord {
  private static final String LOCK =
      "SELECT mobile_index FROM person WHERE reference = ? FOR UPDATE";

  private static final String DOSE =
      """
      SELECT d.*
        FROM person p CROSS JOIN LATERAL unnest(p.doses) d
       WHERE p.mobile_index = ? AND p.reference = ? AND d.number = ?
      """;

  private static final String KEEP_VERSION =
      "INSERT INTO person_version SELECT *, ? FROM person WHERE mobile_index = ? AND reference = ?";

  /** What the source says of the dose stays beside what it was corrected to. */
  private static final String REPLACE_DOSE =
      """
      UPDATE person
         SET change = ?,
             doses = ARRAY(
               SELECT CASE WHEN d.number <> new.number
                           THEN ROW(d.*)::recorded_dose
                           ELSE ROW(d.number, d.product, d.given_on, new.revoked_at,
                                    nullif(new.product, d.product),
                                    nullif(new.day, d.given_on))::recorded_dose
                      END
                 FROM unnest(doses) d
                CROSS JOIN (SELECT ?::smallint AS number, ?::timestamptz AS revoked_at,
                                   ?::text AS product, ?::date AS day) new
                ORDER BY d.number)
       WHERE mobile_index = ? AND reference = ?
      """;

  private final Connection connection;
  private final long reference;
  private final byte[] mobileIndex;

  private LockedRecord(Connection connection, long reference, byte[] mobileIndex) {
    this.connection = connection;
    this.reference = reference;
    this.mobileIndex = mobileIndex;
  }

  /** The record with this reference, if there is one; waits for who has it locked. */
  static Optional<LockedRecord> lock(Connection connection, long reference) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setLong(1, reference);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new LockedRecord(connection, reference, row.getBytes(1)))
            : Optional.empty();
      }
    }
  }

  /** The dose with this number, as corrected if it was. */
  Optional<Dose> dose(int number) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(DOSE)) {
      select.setBytes(1, mobileIndex);
      select.setLong(2, reference);
      select.setInt(3, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(DoseRows.dose(row)) : Optional.empty();
      }
    }
  }

  /** Makes a version of the record in which the dose of this number is so; keeps the one before. */
  void replace(Dose dose, RegistryChange change) throws SQLException {
    try (PreparedStatement keep = connection.prepareStatement(KEEP_VERSION)) {
      keep.setLong(1, change.number());
      keep.setBytes(2, mobileIndex);
      keep.setLong(3, reference);
      keep.executeUpdate();
    }
    try (PreparedStatement update = connection.prepareStatement(REPLACE_DOSE)) {
      update.setLong(1, change.number());
      update.setInt(2, dose.number());
      update.setObject(3, revokedAt(dose));
      update.setString(4, dose.product());
      update.setObject(5, dose.givenOn());
      update.setBytes(6, mobileIndex);
      update.setLong(7, reference);
      update.executeUpdate();
    }
  }

  private static @Nullable OffsetDateTime revokedAt(Dose dose) {
    return dose.revokedAt() == null ? null : dose.revokedAt().atOffset(ZoneOffset.UTC);
  }
}
