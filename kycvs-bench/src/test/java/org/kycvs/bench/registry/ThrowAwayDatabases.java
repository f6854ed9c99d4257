package org.kycvs.bench.registry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.kycvs.bench.BenchDatabase;
import org.kycvs.bench.BenchDatabases;
import org.kycvs.testing.TestDatabase;

/** Databases of the tests' PostgreSQL, changed as a test likes between import and look-ups. */
final class ThrowAwayDatabases implements BenchDatabases {
  private final Path folder;
  private final String change;
  private int open;

  /** With the SQL that is executed before the application signs in. */
  ThrowAwayDatabases(Path folder, String change) {
    this.folder = folder;
    this.change = change;
  }

  /** How many are not closed yet. */
  int open() {
    return open;
  }

  @Override
  public BenchDatabase fresh() {
    open++;
    return new ThrowAway(TestDatabase.fresh());
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public String description() {
    return "PostgreSQL for tests";
  }

  @Override
  public void close() {}

  private final class ThrowAway implements BenchDatabase {
    private final TestDatabase database;

    ThrowAway(TestDatabase database) {
      this.database = database;
    }

    @Override
    public Connection owner() throws SQLException {
      return database.owner().getConnection();
    }

    @Override
    public Connection application() throws SQLException {
      try (Connection owner = owner();
          Statement statement = owner.createStatement()) {
        statement.execute(change);
      }
      return database.application().getConnection();
    }

    @Override
    public void close() {
      open--;
      database.close();
    }
  }
}
