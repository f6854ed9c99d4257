package org.kycvs.launcher.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;

/**
 * A role of a database with its password.
 *
 * @param address the database
 * @param user the role
 * @param password its password
 */
public record DatabaseLogin(DatabaseAddress address, String user, String password) {
  private static final String CONNECT_SECONDS = "10";

  /**
   * Reads what {@link #libpqUri} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static DatabaseLogin parse(String libpqUri) {
    URI uri = URI.create(libpqUri);
    String userInfo = uri.getRawUserInfo();
    if (userInfo == null || userInfo.indexOf(':') < 0) {
      throw new IllegalArgumentException("A URI without user and password");
    }
    int colon = userInfo.indexOf(':');
    return new DatabaseLogin(
        DatabaseAddress.parse(libpqUri.replace(userInfo + "@", "")),
        decoded(userInfo.substring(0, colon)),
        decoded(userInfo.substring(colon + 1)));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /**
   * Connects, with auto-commit on.
   *
   * @throws CommandException if that fails; the line says where and why
   */
  public Connection connect() {
    try {
      return tryConnect();
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE,
          "cannot reach the database " + address + " as " + user + ": " + SqlReason.of(e));
    }
  }

  /** Connects, with auto-commit on. */
  Connection tryConnect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("ApplicationName", "kycvs command");
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }

  /** For libpq programs, password included. */
  public String libpqUri() {
    return address.libpqUri(user, password);
  }

  @Override
  public String toString() {
    return user + "@" + address;
  }
}
