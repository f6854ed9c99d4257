package org.kycvs.launcher.demodata;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.database.DatabaseLogin;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;

/** Adds the demonstration data, kind by kind, one start at a time. */
public final class Seeding {
  /** An arbitrary number of our own for PostgreSQL's advisory locks. */
  private static final long LOCK = 0x6b79_6376_7364L;

  private Seeding() {}

  /**
   * Adds what is missing: organisations, then people.
   *
   * @param sampleRegistry the file with the people
   * @throws CommandException if the database refuses
   */
  public static Demonstration run(
      Path sampleRegistry, Calendar calendar, DatabaseLogin owner, MasterKey key) {
    return run(
        List.of(new DemoOrganisations(), new SampleRegistry(sampleRegistry, calendar)), owner, key);
  }

  static Demonstration run(List<DemoData> kinds, DatabaseLogin owner, MasterKey key) {
    Demonstration demonstration = new Demonstration();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      for (DemoData kind : kinds) {
        kind.add(connection, key, demonstration);
      }
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.NO, "cannot add the demonstration data: " + e.getMessage());
    }
    return demonstration;
  }
}
