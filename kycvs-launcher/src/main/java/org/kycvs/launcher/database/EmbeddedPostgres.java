package org.kycvs.launcher.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Folders;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.place.PrivateFile;
import org.kycvs.shared.id.RandomText;

/**
 * A PostgreSQL of our own on this machine: durable, on 127.0.0.1 only, with passwords. Its folder
 * is {@code postgres} in the data folder; who holds the data folder's lock may start it.
 *
 * <p>Its processes are not children of this one and outlive a kill of it: the next {@link #start}
 * first stops what was left.
 */
final class EmbeddedPostgres {
  /** The role that initdb makes; used only to make the owner's. */
  static final String SUPERUSER = "postgres";

  private static final int PASSWORD_LENGTH = 32;
  private static final int START_ATTEMPTS = 5;
  private static final String START_SECONDS = "600";

  private final Path folder;
  private final Path logs;
  private final Path superuserPasswordFile;
  private final PostgresProgram programs;

  /** Whether it was started, and not stopped since. */
  private boolean wanted;

  EmbeddedPostgres(DataDirectory data, Installation installation) {
    this.folder = data.path().resolve("postgres");
    this.logs = data.logs();
    this.superuserPasswordFile = data.secrets().resolve("database-superuser.password");
    this.programs = PostgresProgram.of(PostgresBinaries.of(installation, data), logs);
  }

  /**
   * Starts it, making its folder the first time, and waits until it accepts connections; after a
   * crash that includes its recovery.
   *
   * @return the login of its superuser to the database {@code postgres}
   * @throws CommandException if it does not start
   */
  synchronized DatabaseLogin start(int port) {
    String password =
        PrivateFile.readOrMake(superuserPasswordFile, () -> RandomText.base62(PASSWORD_LENGTH));
    if (Files.isDirectory(folder)) {
      stop();
    } else {
      initialise();
    }
    PostgresConfiguration.write(folder, logs, port);
    startServer();
    wanted = true;
    return new DatabaseLogin(
        new DatabaseAddress("127.0.0.1", port, "postgres", ""), SUPERUSER, password);
  }

  /**
   * Starts it where and as it was, if it has ended without being stopped: a PostgreSQL whose disk
   * was full may end for good, since it cannot write while it recovers.
   *
   * @return whether it had ended
   * @throws CommandException if it does not start
   */
  synchronized boolean startAgainIfEnded() {
    if (!wanted || running().isPresent()) {
      return false;
    }
    deletePostmasterFile();
    startServer();
    return true;
  }

  /**
   * Stops it, if it runs: its clients are cut off, its data are written. A {@code postmaster.pid}
   * whose process is gone is removed.
   */
  synchronized void stop() {
    wanted = false;
    Optional<PostmasterFile> running = running();
    if (running.isEmpty()) {
      deletePostmasterFile();
      return;
    }
    for (String mode : List.of("fast", "immediate")) {
      if (programs
          .run("pg_ctl", "stop", "-D", folder.toString(), "-m", mode, "-t", "30", "-w")
          .succeeded()) {
        return;
      }
    }
    throw new CommandException(
        ExitCode.NO, "cannot stop PostgreSQL, process " + running.get().pid() + ", on " + folder);
  }

  private Optional<PostmasterFile> running() {
    return PostmasterFile.read(folder).filter(file -> file.runningOn(folder));
  }

  /** Of one that has ended: its process id may since belong to another. */
  private void deletePostmasterFile() {
    try {
      Files.deleteIfExists(folder.resolve(PostmasterFile.NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void initialise() {
    Path draft = folder.resolveSibling("postgres.new");
    try {
      Folders.delete(draft); // of an earlier attempt that was interrupted
      PostgresProgram.Result result =
          programs.run(
              "initdb",
              "--pgdata=" + draft,
              "--username=" + SUPERUSER,
              "--pwfile=" + superuserPasswordFile,
              "--auth=scram-sha-256",
              "--data-checksums",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8");
      if (!result.succeeded()) {
        throw new CommandException(
            ExitCode.NO, "cannot make PostgreSQL's folder " + folder + ": " + result.reason());
      }
      PostgresConfiguration.include(draft);
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startServer() {
    Path log = logs.resolve("postgresql-start.log");
    for (int attempt = 1; ; attempt++) {
      boolean started =
          programs
              .run(
                  "pg_ctl",
                  "start",
                  "-D",
                  folder.toString(),
                  "-l",
                  log.toString(),
                  "-t",
                  START_SECONDS,
                  "-w")
              .succeeded();
      if (started) {
        return;
      }
      // The sessions of a killed PostgreSQL need a moment to notice.
      if (attempt == START_ATTEMPTS || !PostgresLog.says(log, "shared memory block")) {
        throw new CommandException(
            ExitCode.NO,
            "PostgreSQL does not start: " + PostgresLog.reason(logs) + "; see " + logs);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
