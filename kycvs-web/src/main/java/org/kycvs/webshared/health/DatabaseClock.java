package org.kycvs.webshared.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** What time the database has. */
@ApplicationScoped
public class DatabaseClock {
  @Resource(lookup = "jdbc/kycvs")
  private DataSource database;

  /** The time at some moment between the call and its return. */
  Instant read() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement question = connection.prepareStatement("SELECT clock_timestamp()");
        ResultSet answer = question.executeQuery()) {
      if (!answer.next()) {
        throw new SQLException("The database told no time");
      }
      return answer.getObject(1, OffsetDateTime.class).toInstant();
    }
  }
}
