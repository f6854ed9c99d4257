package org.kycvs.launcher.imports;

import java.sql.Connection;
import java.sql.SQLException;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;
import org.kycvs.testing.TestDatabase;

/** A test's database, as commands find it. */
public record TestAccess(Connection connection, MasterKey masterKey, Calendar calendar)
    implements RegistryAccess {

  /** Under the owner's role. */
  public TestAccess(TestDatabase database, MasterKey masterKey, Calendar calendar) {
    this(connect(database), masterKey, calendar);
  }

  private static Connection connect(TestDatabase database) {
    try {
      return database.owner().getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
