package org.kycvs.launcher.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.database.Database;

/**
 * Starts the database again if it ends by itself, as PostgreSQL does when its disk is full; tries
 * each second, for as long as the server runs. The server goes on by itself when it is back.
 */
final class DatabaseRestart implements AutoCloseable {
  private static final Duration EACH = Duration.ofSeconds(1);

  private final Database database;
  private final ServerLog log;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "database-restart");
            thread.setDaemon(true);
            return thread;
          });
  private Optional<String> trouble = Optional.empty();

  private DatabaseRestart(Database database, ServerLog log) {
    this.database = database;
    this.log = log;
  }

  /** Begins with a database that has started. */
  static DatabaseRestart begin(Database database, ServerLog log) {
    DatabaseRestart begun = new DatabaseRestart(database, log);
    begun.watch.scheduleWithFixedDelay(
        begun::look, EACH.toMillis(), EACH.toMillis(), TimeUnit.MILLISECONDS);
    return begun;
  }

  /** The next look, if any, finds a database that is no longer wanted. */
  @Override
  public void close() {
    watch.shutdown();
  }

  private void look() {
    try {
      if (database.startAgainIfEnded()) {
        log.line("kycvs: the database had ended by itself, and was started again");
      }
      trouble = Optional.empty();
    } catch (RuntimeException e) { // one that is not caught would end the watch
      tell(e instanceof CommandException told ? String.valueOf(told.getMessage()) : e.toString());
    }
  }

  /** Once for each trouble, not each second. */
  private void tell(String reason) {
    if (!trouble.equals(Optional.of(reason))) {
      trouble = Optional.of(reason);
      log.line("kycvs: the database has ended and cannot be started: " + reason);
    }
  }
}
