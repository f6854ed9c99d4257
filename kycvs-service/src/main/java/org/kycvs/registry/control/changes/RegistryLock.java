package org.kycvs.registry.control.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One import or undo changes the registry at a time: the next waits for the transaction of the one
 * before, so a reference stays unique over all partitions.
 */
public final class RegistryLock {
  /** Any number that no other advisory lock of the application uses: "registry" in ASCII. */
  private static final String TAKE = "SELECT pg_advisory_xact_lock(x'7265676973747279'::bigint)";

  private RegistryLock() {}

  /** Waits for it; the end of the transaction gives it back. */
  public static void take(Connection connection) throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute(TAKE);
    }
  }
}
