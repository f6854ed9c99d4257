package org.kycvs.bench.journey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

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
          "kycvs.otp.mobile-sends-in-24-hours", "200",
          "kycvs.rate.address-requests-per-minute", "1000000",
          "kycvs.rate.address-burst", "1000000");

  private static final String RAISE =
      """
      UPDATE organisation SET sends_in_10_minutes = 1000, sends_in_24_hours = 1000,
        requests_per_minute = 1000000, request_burst = 1000000, daily_sms_quota = 10000000
      WHERE id = ?
      """;

  private RaisedLimits() {}

  static void of(String organisation, Connection owner) throws SQLException {
    try (PreparedStatement update = owner.prepareStatement(RAISE)) {
      update.setString(1, organisation);
      update.executeUpdate();
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
}
