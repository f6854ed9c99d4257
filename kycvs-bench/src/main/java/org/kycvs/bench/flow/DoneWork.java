package org.kycvs.bench.flow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.kycvs.bench.BenchFailedException;

/**
 * What stands in the database, so that pgbench's script is known to do the work and not only to
 * run.
 *
 * @param completed verifications that were completed
 * @param sent messages that were sent
 */
record DoneWork(long completed, long sent) {
  private static final String COUNT =
      """
      SELECT (SELECT count(*) FROM verification WHERE state = 'COMPLETED'),
             (SELECT count(*) FROM sms_outbox WHERE state = 'SENT')
      """;

  /** With the code, and afterwards. */
  private static final int MESSAGES = 2;

  /** Two clients that take a message at the same time may leave one to the next. */
  private static final double ALMOST_ALL = 0.95;

  /** As it is now. */
  static DoneWork in(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(COUNT)) {
      row.next();
      return new DoneWork(row.getLong(1), row.getLong(2));
    }
  }

  /**
   * Checks that since then there are so many verifications more.
   *
   * @throws BenchFailedException if there are not
   */
  void requireSince(DoneWork before, long transactions) {
    long verifications = completed - before.completed;
    long messages = sent - before.sent;
    if (verifications != transactions || messages < ALMOST_ALL * MESSAGES * transactions) {
      throw new BenchFailedException(
          "pgbench ran %d times but completed %d verifications and sent %d messages: its script no longer fits the schema"
              .formatted(transactions, verifications, messages));
    }
  }
}
