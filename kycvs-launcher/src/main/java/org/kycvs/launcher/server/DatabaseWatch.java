package org.kycvs.launcher.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database beside the calls, over a connection of its own, whether it is there. If it does
 * not answer in time, and nothing is heard on any connection of the pool either, then it is not
 * busy, but silent: its host is gone, or it hangs. All connections are cut, so that the calls that
 * wait are answered 503 within two seconds, and new ones at once, until it answers again.
 *
 * <p>A time limit on each answer could not tell that from calls that take turns at one row.
 */
final class DatabaseWatch {
  private static final Logger LOG = System.getLogger(DatabaseWatch.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofMillis(1_300);

  /** What cuts the own connection does so at once. */
  private static final Executor AT_ONCE = Runnable::run;

  private final String url;
  private final Properties login;
  private final DatabaseLines lines;
  private @Nullable Connection connection;

  DatabaseWatch(ServerInstructions instructions, DatabaseLines lines) {
    this.url = instructions.databaseUrl();
    this.lines = lines;
    this.login = new Properties();
    login.setProperty("user", instructions.databaseUser());
    login.setProperty("password", instructions.databasePassword());
    login.setProperty("applicationName", "kycvs-watch");
    // Whole seconds: the next longer ones, since they also bound the sign-in.
    login.setProperty("connectTimeout", "2");
    login.setProperty("loginTimeout", "2");
  }

  /** Watches until this process ends. */
  void begin() {
    Thread thread = new Thread(this::watch, "database-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (true) {
        look();
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks once. */
  void look() {
    boolean wasCut = lines.isCut();
    if (answers()) {
      if (wasCut) {
        lines.mend();
        LOG.log(Level.INFO, "The database answers again");
      }
    } else if (!wasCut && lines.silence().compareTo(PATIENCE) >= 0) {
      lines.cut();
      LOG.log(Level.WARNING, "The database is silent: all connections are cut");
    }
  }

  private boolean answers() {
    try {
      Connection known = connection;
      if (known == null) {
        known = DriverManager.getConnection(url, login);
        known.setNetworkTimeout(AT_ONCE, Math.toIntExact(PATIENCE.toMillis()));
        connection = known;
      }
      try (Statement statement = known.createStatement()) {
        statement.execute("SELECT 1");
      }
      return true;
    } catch (SQLException e) {
      forget();
      return false;
    }
  }

  private void forget() {
    Connection broken = connection;
    connection = null;
    if (broken != null) {
      try {
        broken.abort(AT_ONCE);
      } catch (SQLException e) {
        LOG.log(Level.DEBUG, "The watch's own connection was gone", e);
      }
    }
  }
}
