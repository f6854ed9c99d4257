package org.kycvs.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The server's database under the role that owns it: what tests put there and look at. */
public final class OwnerDatabase {
  /** The system property of the server that says where it is. */
  public static final String URL = "kycvs.test.owner-url";

  private OwnerDatabase() {}

  /** A connection, to be closed. */
  public static Connection connect() throws SQLException {
    return DriverManager.getConnection(System.getProperty(URL));
  }

  /** Executes a statement and says how many rows it changed. */
  public static int execute(String sql, Object... parameters) {
    try (Connection owner = connect();
        PreparedStatement statement = prepare(owner, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of each row, as text; SQL's null is the text {@code null}. */
  public static List<String> lines(String sql, Object... parameters) {
    List<String> lines = new ArrayList<>();
    try (Connection owner = connect();
        PreparedStatement statement = prepare(owner, sql, parameters);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        lines.add(String.valueOf(row.getString(1)));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of the only row. */
  public static String line(String sql, Object... parameters) {
    List<String> lines = lines(sql, parameters);
    if (lines.size() != 1) {
      throw new IllegalStateException(lines.size() + " rows: " + sql);
    }
    return lines.get(0);
  }

  private static PreparedStatement prepare(Connection owner, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = owner.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
