package org.kycvs.systemtest.support;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What no call does yet, done in a server's database under the role that owns it. */
public final class OwnerSql {
  private OwnerSql() {}

  /** The person withdraws the consent to a verification. */
  public static void withdrawConsent(RunningServer server, String verification) {
    execute(
        server,
        "UPDATE consent SET state = 'WITHDRAWN', withdrawn_at = now() WHERE verification_id = ?",
        verification);
  }

  private static void execute(RunningServer server, String sql, String parameter) {
    URI database = URI.create(server.runJson().path("databaseUrl").asText());
    String[] login = database.getRawUserInfo().split(":", 2);
    String url =
        "jdbc:postgresql://" + database.getRawAuthority().replaceFirst(".*@", "") + path(database);
    try (Connection owner = DriverManager.getConnection(url, decoded(login[0]), decoded(login[1]));
        PreparedStatement statement = owner.prepareStatement(sql)) {
      statement.setString(1, parameter);
      if (statement.executeUpdate() != 1) {
        throw new AssertionError("Not one row: " + sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static String path(URI database) {
    String query = database.getRawQuery();
    return database.getRawPath() + (query == null ? "" : "?" + query);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
