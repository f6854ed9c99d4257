package org.kycvs.registry.control.changes;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.kycvs.registry.control.RegistryDatabase;
import org.kycvs.registry.control.RegistryUnreachableException;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.persistence.OwnTransaction;
import org.kycvs.shared.time.Calendar;

/**
 * Runs what changes records: in the container's transaction, or, where there is no container, each
 * in a transaction of its own.
 */
@Dependent
public class RecordTransactions {
  private final RegistryDatabase database;
  private final MasterKey key;
  private final Calendar calendar;

  /** On this database, with the installation's key and calendar. */
  @Inject
  public RecordTransactions(RegistryDatabase database, MasterKey key, Calendar calendar) {
    this.database = database;
    this.key = key;
    this.calendar = calendar;
  }

  /**
   * What the work gives.
   *
   * @throws RegistryUnreachableException if the database fails; nothing was changed
   */
  public <T> T run(Work<T> work) {
    try (Connection connection = database.connect()) {
      RecordTransaction transaction = new RecordTransaction(connection, key, calendar);
      return connection.getAutoCommit()
          ? OwnTransaction.on(connection, () -> work.in(transaction))
          : work.in(transaction);
    } catch (SQLException e) {
      throw new RegistryUnreachableException(e);
    }
  }

  /** What is done within a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T in(RecordTransaction transaction) throws SQLException;
  }
}
