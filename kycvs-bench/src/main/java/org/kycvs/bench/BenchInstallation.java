package org.kycvs.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.kycvs.shared.crypto.MasterKey;

/**
 * A whole installation to measure: a server that answers, on a database of its own with nobody in
 * it. Closing it stops both and removes all that is left of them.
 */
public interface BenchInstallation extends AutoCloseable {

  /** Where the server answers, without a slash at the end. */
  String url();

  /** The server's process. */
  long serverProcess();

  /** PostgreSQL's folder, in which its processes work. */
  Path databaseFolder();

  /**
   * Signs in as the schema's owner, with auto-commit on; the caller closes what it gets.
   *
   * @throws SQLException if the database cannot be reached
   */
  Connection owner() throws SQLException;

  /** The application's login, for a client program. */
  ClientLogin application();

  /** The installation's master key. */
  MasterKey masterKey();

  /** Where files may be put; on the database's disk, gone when this is closed. */
  Path folder();

  /** What it consists of, in a few words for people. */
  String description();

  @Override
  void close();

  /**
   * What a client program of PostgreSQL needs to sign in.
   *
   * @param host an address
   * @param port its port
   * @param database the database's name
   * @param user the role
   * @param password its password
   */
  record ClientLogin(String host, int port, String database, String user, String password) {
    @Override
    public String toString() {
      return user + "@" + host + ":" + port + "/" + database;
    }
  }
}
