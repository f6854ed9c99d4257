package org.kycvs.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL writes to {@code postmaster.pid} in its folder: process id, folder, start time,
 * port. A killed PostgreSQL leaves it behind, and its process id may since belong to something
 * else.
 *
 * @param pid the process id
 * @param port its port
 */
record PostmasterFile(long pid, int port) {
  private static final int LINES = 4;

  /** The file's name in PostgreSQL's folder. */
  static final String NAME = "postmaster.pid";

  /** Reads it; empty if there is none, or one that PostgreSQL did not finish writing. */
  static Optional<PostmasterFile> read(Path postgresFolder) {
    try {
      List<String> lines = Files.readAllLines(postgresFolder.resolve(NAME));
      return lines.size() < LINES
          ? Optional.empty()
          : Optional.of(
              new PostmasterFile(
                  Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip())));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether that very PostgreSQL still runs: a process of that id is called so and names the
   * folder. Its age is not compared, because a clock that was set would make a running one look
   * dead.
   */
  boolean runningOn(Path postgresFolder) {
    return ProcessHandle.of(pid)
        .map(ProcessHandle::info)
        .filter(info -> isPostgres(info) && names(info, postgresFolder))
        .isPresent();
  }

  private static boolean isPostgres(ProcessHandle.Info info) {
    return info.command()
        .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
        .orElse(false);
  }

  private static boolean names(ProcessHandle.Info info, Path folder) {
    return info.arguments()
        .map(arguments -> List.of(arguments).contains(folder.toString()))
        .orElse(true); // not told: to be on the safe side
  }
}
