package org.kycvs.registry.boundary;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.kycvs.testing.ConnectionsOnly;

/** A database that is gone. */
final class BrokenDataSource extends ConnectionsOnly {

  @Override
  public Connection getConnection() throws SQLException {
    throw new SQLNonTransientConnectionException("The database is gone", "08006");
  }
}
