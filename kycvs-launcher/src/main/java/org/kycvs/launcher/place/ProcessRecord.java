package org.kycvs.launcher.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that this data folder's last run started, written down so that the next run can find
 * it: its id and when it started, because ids are given out again.
 *
 * @param pid the process id
 * @param started when the operating system says that it started
 */
public record ProcessRecord(long pid, Instant started) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Writes down a running process. */
  public static void write(Path file, ProcessHandle process) {
    PrivateFile.write(
        file, process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH) + "\n");
  }

  /** Reads what was written down; empty if there is nothing, or nothing that makes sense. */
  public static Optional<ProcessRecord> read(Path file) {
    try {
      String[] words = Files.readString(file).strip().split(" ", 2);
      return words.length == 2
          ? Optional.of(new ProcessRecord(Long.parseLong(words[0]), Instant.parse(words[1])))
          : Optional.empty();
    } catch (IOException | NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The process, if it is still that one. */
  public Optional<ProcessHandle> running() {
    return ProcessHandle.of(pid)
        .filter(process -> process.info().startInstant().filter(started::equals).isPresent());
  }

  /** Waits a little for the process to end by itself, then ends it. True if it was running. */
  public boolean end() {
    Optional<ProcessHandle> process = running();
    process.ifPresent(ProcessRecord::end);
    return process.isPresent();
  }

  private static void end(ProcessHandle process) {
    if (!endsWithin(process, PATIENCE)) {
      process.destroyForcibly();
      endsWithin(process, PATIENCE);
    }
  }

  private static boolean endsWithin(ProcessHandle process, Duration time) {
    try {
      process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
