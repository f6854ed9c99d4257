package org.kycvs.registry.control.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Brings the registry up to what {@link Staging} holds, in a few statements over all people. Who
 * reads meanwhile sees all of the registry as it was before.
 *
 * <p>New people are added in the order of the mobile index: each partition's index is then walked
 * from left to right instead of at random.
 */
final class StagedChanges {
  /**
   * What records become. The rows are locked as they are read, so that nothing which an operator
   * does meanwhile is lost. That a file says what is known already is seen without the function.
   */
  private static final String CHANGED =
      """
      CREATE TEMPORARY TABLE staged_change ON COMMIT DROP AS
      SELECT p.reference, p.mobile_index AS from_index, s.birth_year, s.mobile_index,
             s.content_digest, s.sealed_name, s.sealed_mobile,
             doses_with(p.doses, s.doses) AS doses, p.content_digest AS known_digest,
             p.doses AS known_doses
        FROM staged_person s
        JOIN person p ON p.reference = s.reference
       WHERE p.content_digest <> s.content_digest
          OR p.doses <> s.doses AND doses_with(p.doses, s.doses) <> p.doses
         FOR UPDATE OF p
      """;

  private static final String KEEP_VERSIONS =
      """
      INSERT INTO person_version
      SELECT p.*, ?
        FROM person p
        JOIN staged_change s ON s.from_index = p.mobile_index AND s.reference = p.reference
      """;

  /** A new mobile moves the row to its partition. */
  private static final String CHANGE =
      """
      UPDATE person p
         SET change = ?, birth_year = s.birth_year, mobile_index = s.mobile_index,
             content_digest = s.content_digest, sealed_name = s.sealed_name,
             sealed_mobile = s.sealed_mobile, doses = s.doses
        FROM staged_change s
       WHERE p.mobile_index = s.from_index AND p.reference = s.reference
      """;

  private static final String ADD =
      """
      WITH added AS (
        INSERT INTO person (reference, change, birth_year, mobile_index, content_digest,
               sealed_name, sealed_mobile, doses)
        SELECT s.reference, ?, s.birth_year, s.mobile_index, s.content_digest, s.sealed_name,
               s.sealed_mobile, s.doses
          FROM staged_person s
         WHERE NOT EXISTS (SELECT FROM person p WHERE p.reference = s.reference)
         ORDER BY s.mobile_index
        RETURNING cardinality(doses) AS doses)
      SELECT count(*) AS people, coalesce(sum(doses), 0) AS doses FROM added
      """;

  private static final String COUNT =
      """
      SELECT (SELECT count(*) FROM staged_person) AS people,
             (SELECT coalesce(sum(cardinality(doses)), 0) FROM staged_person) AS doses,
             (SELECT count(*) FROM staged_change WHERE content_digest <> known_digest)
               AS people_changed,
             (SELECT coalesce(sum(cardinality(doses) - cardinality(known_doses)), 0)
                FROM staged_change) AS doses_added,
             (SELECT count(*)
                FROM staged_change s CROSS JOIN unnest(s.doses) d JOIN unnest(s.known_doses) k
                  ON k.number = d.number AND (k.product, k.given_on) <> (d.product, d.given_on))
               AS doses_changed
      """;

  private final Connection connection;

  StagedChanges(Connection connection) {
    this.connection = connection;
  }

  /**
   * Changes and adds what the file says; what it does not mention stays.
   *
   * @param change the number that the new versions carry
   * @param rows how many rows the file has
   */
  ImportCounts apply(long change, long rows) throws SQLException {
    execute(CHANGED);
    execute("ANALYZE staged_change");
    update(KEEP_VERSIONS, change);
    update(CHANGE, change);
    try (PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setLong(1, change);
      try (ResultSet added = add.executeQuery()) {
        added.next();
        return count(rows, added.getLong("people"), added.getLong("doses"));
      }
    }
  }

  private ImportCounts count(long rows, long peopleAdded, long dosesOfAdded) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(COUNT)) {
      row.next();
      return new ImportCounts(
          rows,
          peopleAdded,
          row.getLong("people_changed"),
          row.getLong("people"),
          dosesOfAdded + row.getLong("doses_added"),
          row.getLong("doses_changed"),
          row.getLong("doses"));
    }
  }

  private void update(String sql, long change) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, change);
      update.executeLargeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
