package org.kycvs.apikey.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.kycvs.shared.persistence.OneConnection;
import org.kycvs.shared.persistence.OwnTransaction;

/**
 * Where API keys are kept. What is done there is part of the container's transaction, or, where
 * there is no container, of one of its own.
 */
@Dependent
public class ApiKeyDatabase {
  @Resource(lookup = "jdbc/kycvs")
  private DataSource database;

  /** For the container. */
  public ApiKeyDatabase() {}

  private ApiKeyDatabase(DataSource database) {
    this.database = database;
  }

  /** Over one connection, which stays open until who gives it closes it. */
  public static ApiKeyDatabase on(Connection connection) {
    return new ApiKeyDatabase(OneConnection.of(connection));
  }

  /**
   * What the work gives.
   *
   * @throws ApiKeysUnreachableException if the database fails; nothing was changed
   */
  public <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return connection.getAutoCommit()
          ? OwnTransaction.on(connection, () -> work.in(connection))
          : work.in(connection);
    } catch (SQLException e) {
      throw new ApiKeysUnreachableException(e);
    }
  }

  /** What is done within a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T in(Connection connection) throws SQLException;
  }
}
