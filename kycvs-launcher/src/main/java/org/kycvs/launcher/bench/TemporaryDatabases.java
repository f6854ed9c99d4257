package org.kycvs.launcher.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.kycvs.bench.BenchDatabase;
import org.kycvs.bench.BenchDatabases;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.place.Folders;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.place.Reason;
import org.kycvs.shared.crypto.MasterKey;

/**
 * Embedded PostgreSQL servers as {@code kycvs run} starts them, one at a time, each in a new folder
 * of a temporary one. All of it is removed at the end, also when that is a signal.
 */
final class TemporaryDatabases implements BenchDatabases {
  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 100;

  private final Path folder;
  private final Installation installation;
  private final MasterKey key;
  private @Nullable TemporaryDatabase current;
  private volatile boolean closed;
  private int made;

  private TemporaryDatabases(Path folder, Installation installation, MasterKey key) {
    this.folder = folder;
    this.installation = installation;
    this.key = key;
  }

  /**
   * In a new folder of this one, with roles whose passwords follow from the key.
   *
   * @throws CommandException if none can be made there
   */
  static TemporaryDatabases in(Path parent, Installation installation, MasterKey key) {
    try {
      TemporaryDatabases databases =
          new TemporaryDatabases(
              Files.createTempDirectory(parent, "kycvs-bench-").toAbsolutePath(),
              installation,
              key);
      Runtime.getRuntime().addShutdownHook(new Thread(databases::close, "remove"));
      return databases;
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE,
          "cannot make a folder in "
              + parent
              + " ("
              + Reason.of(e)
              + "); choose another with --temp");
    }
  }

  /**
   * Starts one; the one before must have been closed.
   *
   * @throws CommandException if it does not start
   */
  @Override
  public BenchDatabase fresh() {
    TemporaryDatabase database = next();
    try {
      database.start();
      return database;
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "the database failed at its start: " + e.getMessage());
    }
  }

  /** Known here before it is started, so that a signal in between stops it too. */
  private synchronized TemporaryDatabase next() {
    if (closed) {
      throw new CommandException(ExitCode.NO, "stopped");
    }
    made++;
    TemporaryDatabase database =
        new TemporaryDatabase(folder.resolve("database-" + made), installation, key);
    current = database;
    return database;
  }

  /** Whether the end has begun, which a signal may have asked for. */
  boolean isClosed() {
    return closed;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public String description() {
    return "PostgreSQL "
        + Installation.postgresVersion()
        + ", embedded, fsync on, in "
        + folder.getParent();
  }

  /** A second caller waits until the first is done. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (current != null) {
        current.close();
      }
    } finally {
      remove(folder);
    }
  }

  /** Tries again while somebody still writes there. */
  static void remove(Path folder) {
    for (int attempt = 1; ; attempt++) {
      try {
        Folders.delete(folder);
        return;
      } catch (IOException | UncheckedIOException e) {
        if (attempt == ATTEMPTS) {
          throw new CommandException(
              ExitCode.NO, "cannot remove " + folder + ": remove it yourself");
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
