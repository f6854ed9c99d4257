package org.kycvs.webshared.problem;

import java.sql.SQLException;
import java.util.Optional;
import javax.transaction.xa.XAException;

/** Looks into what containers wrap around what went wrong. */
final class Causes {
  private static final int DEPTH = 20;

  /** SQLSTATE classes: connection exception, insufficient resources, operator intervention. */
  private static final String GONE = "08|53|57";

  private Causes() {}

  /** The first of a kind in the chain of causes. */
  static <T extends Throwable> Optional<T> first(Throwable thrown, Class<T> type) {
    Throwable cause = thrown;
    for (int i = 0; i < DEPTH && cause != null; i++) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** Whether the database could not be reached, or the pool had no connection to it. */
  static boolean isDatabaseGone(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; i < DEPTH && cause != null; i++) {
      if (cause instanceof SQLException sql && isGone(sql)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /**
   * Whether the database went away while a transaction was committed, so that nobody here knows
   * whether it was. The transaction manager keeps no {@link SQLException} as a cause then. No
   * constraint of ours waits for the commit, so nothing else makes a commit fail.
   */
  static boolean isCommitUnknown(Throwable thrown) {
    return first(thrown, XAException.class).isPresent();
  }

  /** The message of the innermost cause, without its data: the class only. */
  static String root(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; i < DEPTH && cause.getCause() != null; i++) {
      cause = cause.getCause();
    }
    return cause.getClass().getName();
  }

  private static boolean isGone(SQLException sql) {
    String state = sql.getSQLState();
    // The server's pool has no SQLSTATE to give when it cannot get a connection.
    return state == null || state.length() == 5 && state.substring(0, 2).matches(GONE);
  }
}
