package org.kycvs.registry.control.imports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A file's rows in temporary tables of one transaction: {@code staged_row} has every row, {@code
 * staged_person} each person once, with all doses. Nothing is in clear there either.
 */
final class Staging {
  private static final int FETCHED = 1_000;

  /** Sorts and groups of a million rows in memory, whatever the server's habits. */
  private static final String MEMORY = "SET LOCAL work_mem = '64MB'";

  private static final String ROWS =
      """
      CREATE TEMPORARY TABLE staged_row (
        line bigint, reference bigint, mobile_index bytea, sealed_name bytea, sealed_mobile bytea,
        birth_year smallint, content_digest bytea,
        dose_number smallint, product text, given_on date
      ) ON COMMIT DROP
      """;

  /** Of rows in conflict the first is taken; {@link #CONFLICTS} then refuses the others. */
  private static final String PEOPLE =
      """
      CREATE TEMPORARY TABLE staged_person ON COMMIT DROP AS
      SELECT p.*, coalesce(d.doses, '{}') AS doses
        FROM (SELECT DISTINCT ON (reference) reference, birth_year, mobile_index, content_digest,
                     sealed_name, sealed_mobile
                FROM staged_row
               ORDER BY reference, line) p
        LEFT JOIN (
             SELECT reference,
                    array_agg(ROW(dose_number, product, given_on, NULL, NULL, NULL)::recorded_dose
                              ORDER BY dose_number) AS doses
               FROM (SELECT DISTINCT ON (reference, dose_number) reference, dose_number, product,
                            given_on
                       FROM staged_row
                      WHERE dose_number IS NOT NULL
                      ORDER BY reference, dose_number, line) first
              GROUP BY reference) d USING (reference)
      """;

  private static final String CONFLICTS =
      """
      SELECT s.line, s.content_digest <> p.content_digest AS of_person
        FROM staged_row s
        JOIN staged_person p USING (reference)
       WHERE s.content_digest <> p.content_digest
          OR s.dose_number IS NOT NULL
             AND ROW(s.dose_number, s.product, s.given_on, NULL, NULL, NULL)::recorded_dose
                 <> ALL (p.doses)
       ORDER BY s.line
      """;

  private final Connection connection;

  Staging(Connection connection) {
    this.connection = connection;
  }

  /** Makes the table of rows and begins to fill it with {@link SealedRows}. */
  BinaryCopy begin() throws SQLException {
    execute(MEMORY);
    execute(ROWS);
    return new BinaryCopy(connection, "staged_row");
  }

  /** Makes the table of people, after the last row, and refuses rows in conflict. */
  void finish(Refusals refusals) throws SQLException {
    execute("ANALYZE staged_row");
    execute(PEOPLE);
    execute("ANALYZE staged_person");
    try (Statement select = connection.createStatement()) {
      select.setFetchSize(FETCHED);
      try (ResultSet row = select.executeQuery(CONFLICTS)) {
        while (row.next()) {
          refusals.add(conflict(row.getLong("line"), row.getBoolean("of_person")));
        }
      }
    }
  }

  private static RefusedRow conflict(long line, boolean ofPerson) {
    return ofPerson
        ? new RefusedRow(line, RegistryColumn.REFERENCE, RefusalReason.REFERENCE_CONFLICT)
        : new RefusedRow(line, RegistryColumn.DOSE, RefusalReason.DOSE_CONFLICT);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
