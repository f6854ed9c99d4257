package org.kycvs.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** A database to measure on; closing it removes it. */
public interface BenchDatabase extends AutoCloseable {

  /**
   * Signs in as the schema's owner, with auto-commit on; the caller closes what it gets.
   *
   * @throws SQLException if the database cannot be reached
   */
  Connection owner() throws SQLException;

  /**
   * Signs in as the application does, with auto-commit on; the caller closes what it gets.
   *
   * @throws SQLException if the database cannot be reached
   */
  Connection application() throws SQLException;

  @Override
  void close();
}
