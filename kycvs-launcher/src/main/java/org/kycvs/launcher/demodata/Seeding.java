package org.kycvs.launcher.demodata;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.database.DatabaseLogin;
import org.kycvs.shared.crypto.MasterKey;

/** Adds the demonstration data, kind by kind, one start at a time. */
public final class Seeding {
  /** All kinds, each after those that it needs. */
  private static final List<DemoData> KINDS = List.of(new DemoOrganisations());

  /** An arbitrary number of our own for PostgreSQL's advisory locks. */
  private static final long LOCK = 0x6b79_6376_7364L;

  private Seeding() {}

  /**
   * Adds what is missing, each kind in a transaction of its own.
   *
   * @throws CommandException if the database refuses
   */
  public static Demonstration run(DatabaseLogin owner, MasterKey key) {
    return run(KINDS, owner, key);
  }

  static Demonstration run(List<DemoData> kinds, DatabaseLogin owner, MasterKey key) {
    Demonstration demonstration = new Demonstration();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      connection.setAutoCommit(false);
      for (DemoData kind : kinds) {
        kind.add(connection, key, demonstration);
        connection.commit();
      }
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.NO, "cannot add the demonstration data: " + e.getMessage());
    }
    return demonstration;
  }
}
