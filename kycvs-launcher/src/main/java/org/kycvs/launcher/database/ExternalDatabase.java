package org.kycvs.launcher.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;

/**
 * A database that somebody else runs.
 *
 * @param owner the login of the role that owns the schema
 */
public record ExternalDatabase(DatabaseLogin owner) implements Database {
  @Override
  public void start() {
    try (Connection connection = owner.connect()) {
      Migration.requireVersion(connection, owner);
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot reach the database " + owner + ": " + SqlReason.of(e));
    }
  }

  @Override
  public boolean startAgainIfEnded() {
    return false;
  }

  @Override
  public String description() {
    return owner.address() + " as " + owner.user();
  }

  @Override
  public void close() {
    // Its operator stops it.
  }
}
