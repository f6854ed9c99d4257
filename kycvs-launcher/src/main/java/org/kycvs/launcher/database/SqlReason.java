package org.kycvs.launcher.database;

import java.sql.SQLException;
import java.util.Set;

/** Says in one line why the database refused. */
public final class SqlReason {
  /** Undefined table, column, function, type (PostgreSQL documentation, appendix A). */
  private static final Set<String> SCHEMA_MISSING = Set.of("42P01", "42703", "42883", "42704");

  private SqlReason() {}

  /** The first line of the database's own words; or what to do, if the schema is not there. */
  public static String of(SQLException exception) {
    if (SCHEMA_MISSING.contains(String.valueOf(exception.getSQLState()))) {
      return "its schema is missing or not up to date; run kycvs migrate first";
    }
    String message = String.valueOf(exception.getMessage());
    return message
        .lines()
        .findFirst()
        .orElse("no reason given")
        .replaceFirst("^(?:FATAL|ERROR): ", "");
  }
}
