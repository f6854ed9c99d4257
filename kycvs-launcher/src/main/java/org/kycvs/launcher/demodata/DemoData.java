package org.kycvs.launcher.demodata;

import java.sql.Connection;
import java.sql.SQLException;
import org.kycvs.shared.crypto.MasterKey;

/** One kind of demonstration data, such as organisations or people. */
public interface DemoData {
  /**
   * Adds what is missing, and tells the demonstration what its users need to know. Called at every
   * development start, so it must find out cheaply that there is nothing to do.
   *
   * @param owner a connection of the schema's owner, with no transaction begun; no other start
   *     seeds at the same time
   * @param key secrets derive from it, so that a restart keeps them
   * @throws SQLException if the database refuses; the next start adds what is missing then
   */
  void add(Connection owner, MasterKey key, Demonstration demonstration) throws SQLException;
}
