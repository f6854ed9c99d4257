package org.kycvs.launcher.database;

import java.sql.SQLException;

/** Says in one line why the database refused. */
public final class SqlReason {
  private SqlReason() {}

  /** The first line of the database's own words. */
  public static String of(SQLException exception) {
    String message = String.valueOf(exception.getMessage());
    return message.lines().findFirst().orElse("no reason given").replaceFirst("^FATAL: ", "");
  }
}
