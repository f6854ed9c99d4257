package org.kycvs.systemtest.attack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.kycvs.systemtest.support.RunningServer;

/** What the audit log says. */
final class RecordedActs {
  private RecordedActs() {}

  /** How often each act was done to this subject. */
  static Map<String, Integer> on(RunningServer server, String subject) throws SQLException {
    return counted(
        server, "SELECT act, count(*) FROM audit_entry WHERE subject = ? GROUP BY act", subject);
  }

  /** How often an act was done to each subject that it was done to more than once. */
  static Map<String, Integer> repeated(RunningServer server, String act) throws SQLException {
    return counted(
        server,
        "SELECT subject, count(*) FROM audit_entry WHERE act = ? GROUP BY subject"
            + " HAVING count(*) > 1",
        act);
  }

  private static Map<String, Integer> counted(RunningServer server, String sql, String parameter)
      throws SQLException {
    try (Connection owner = OwnerLogin.connect(server);
        PreparedStatement query = owner.prepareStatement(sql)) {
      query.setString(1, parameter);
      Map<String, Integer> counted = new TreeMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          counted.put(rows.getString(1), rows.getInt(2));
        }
      }
      return counted;
    }
  }
}
