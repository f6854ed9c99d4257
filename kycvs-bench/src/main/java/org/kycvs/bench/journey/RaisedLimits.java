package org.kycvs.bench.journey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one place that says which limits a benchmark raises, so that it measures the service and not
 * its refusals: those of its organisation, and the messages to one mobile over all, which is
 * invented and asked about again and again. All are as high as they may be set.
 */
public final class RaisedLimits {
  /** Settings that the server is started with. */
  public static final Map<String, String> SETTINGS =
      Map.of(
          "kycvs.otp.mobile-sends-in-10-minutes", "50",
          "kycvs.otp.mobile-sends-in-24-hours", "200");

  /** Columns of {@code organisation}; those that a schema does not have are passed over. */
  private static final Map<String, Integer> COLUMNS =
      new TreeMap<>(
          Map.of(
              "sends_in_10_minutes", 1_000,
              "sends_in_24_hours", 1_000,
              "requests_per_minute", 1_000_000,
              "request_burst", 1_000_000,
              "daily_sms_quota", 10_000_000));

  private static final String HAS =
      "SELECT EXISTS (SELECT FROM information_schema.columns"
          + " WHERE table_name = 'organisation' AND column_name = ?)";

  private RaisedLimits() {}

  static void of(String organisation, Connection owner) throws SQLException {
    for (Map.Entry<String, Integer> column : COLUMNS.entrySet()) {
      if (has(column.getKey(), owner)) {
        try (PreparedStatement update =
            owner.prepareStatement(
                "UPDATE organisation SET " + column.getKey() + " = ? WHERE id = ?")) {
          update.setInt(1, column.getValue());
          update.setString(2, organisation);
          update.executeUpdate();
        }
      }
    }
  }

  /**
   * Forgets what was counted for mobiles, so that a measurement begins as the one before it did.
   */
  public static void forgetCounted(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("TRUNCATE code_budget");
    }
  }

  private static boolean has(String column, Connection owner) throws SQLException {
    try (PreparedStatement select = owner.prepareStatement(HAS)) {
      select.setString(1, column);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
