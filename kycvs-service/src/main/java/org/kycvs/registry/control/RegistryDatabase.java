package org.kycvs.registry.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.kycvs.shared.persistence.OneConnection;

/** Where the registry is read from, under the application's role. */
@Dependent
public class RegistryDatabase {
  @Resource(lookup = "jdbc/kycvs")
  private DataSource database;

  /** For the container. */
  public RegistryDatabase() {}

  /** For a database that no container gives. */
  public RegistryDatabase(DataSource database) {
    this.database = database;
  }

  /** For one connection, which stays open until who gives it closes it. */
  public static RegistryDatabase on(Connection connection) {
    return new RegistryDatabase(OneConnection.of(connection));
  }

  /** A connection; within a transaction of the container it belongs to that. */
  public Connection connect() throws SQLException {
    return database.getConnection();
  }
}
