package org.kycvs.registry.control.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Brings the registry up to what {@link Staging} holds, in a few statements over all rows. One
 * merge at a time: the next waits for the transaction of the one before, so a reference stays
 * unique over all partitions. Who reads meanwhile sees all of the registry as it was before.
 */
final class RegistryMerge {
  /** Any number that no other advisory lock of the application uses: "registry" in ASCII. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(x'7265676973747279'::bigint)";

  /** A new mobile moves the row to its partition; the doses follow by their foreign key. */
  private static final String CHANGE_PEOPLE =
      """
      UPDATE person p
         SET mobile_index = s.mobile_index, sealed_name = s.sealed_name,
             sealed_mobile = s.sealed_mobile, birth_year = s.birth_year,
             content_digest = s.content_digest, changed_at = ?
        FROM staged_person s
       WHERE p.reference = s.reference AND p.content_digest <> s.content_digest
      """;

  private static final String ADD_PEOPLE =
      """
      INSERT INTO person (mobile_index, reference, sealed_name, sealed_mobile, birth_year,
             content_digest, imported_at, changed_at)
      SELECT s.mobile_index, s.reference, s.sealed_name, s.sealed_mobile, s.birth_year,
             s.content_digest, now.at, now.at
        FROM staged_person s CROSS JOIN (SELECT ?::timestamptz AS at) now
       WHERE NOT EXISTS (SELECT FROM person p WHERE p.reference = s.reference)
      """;

  private static final String CHANGE_DOSES =
      """
      UPDATE dose d
         SET product = s.product, given_on = s.given_on,
             changed_at = ?
        FROM staged_dose s
       WHERE d.mobile_index = s.mobile_index AND d.reference = s.reference
         AND d.dose_number = s.dose_number
         AND (d.product, d.given_on) IS DISTINCT FROM (s.product, s.given_on)
      """;

  private static final String ADD_DOSES =
      """
      INSERT INTO dose (mobile_index, reference, dose_number, product, given_on,
             imported_at, changed_at)
      SELECT s.mobile_index, s.reference, s.dose_number, s.product, s.given_on,
             now.at, now.at
        FROM staged_dose s CROSS JOIN (SELECT ?::timestamptz AS at) now
       WHERE NOT EXISTS (
             SELECT FROM dose d
              WHERE d.mobile_index = s.mobile_index AND d.reference = s.reference
                AND d.dose_number = s.dose_number)
      """;

  private final Connection connection;
  private final OffsetDateTime at;

  RegistryMerge(Connection connection, Instant at) {
    this.connection = connection;
    this.at = at.atOffset(ZoneOffset.UTC);
  }

  /** Changes and adds what the file says; what it does not mention stays. */
  ImportCounts run(long rows) throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute(LOCK);
    }
    long peopleChanged = update(CHANGE_PEOPLE);
    long peopleAdded = update(ADD_PEOPLE);
    long dosesChanged = update(CHANGE_DOSES);
    long dosesAdded = update(ADD_DOSES);
    return new ImportCounts(
        rows,
        peopleAdded,
        peopleChanged,
        count("staged_person"),
        dosesAdded,
        dosesChanged,
        count("staged_dose"));
  }

  private long update(String sql) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, at);
      return update.executeLargeUpdate();
    }
  }

  private long count(String table) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}
