package org.kycvs.shared.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction of its own on a connection that has none begun. */
public final class OwnTransaction {

  private OwnTransaction() {}

  /**
   * What the work gives, once it is committed. If the work fails, nothing of it was done, and its
   * failure is told, whatever else fails while the transaction is taken back.
   */
  public static <T> T on(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    T result;
    try {
      result = work.run();
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      takeBack(connection, e);
      throw e;
    }
    connection.setAutoCommit(true);
    return result;
  }

  private static void takeBack(Connection connection, Exception failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** What is done within the transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T run() throws SQLException;
  }
}
