package org.kycvs.launcher.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.place.ProcessRecord;
import org.kycvs.launcher.server.ServerInstructions;
import org.kycvs.launcher.server.ServerMain;

/** The server's process, seen from the supervisor. */
final class ServerProcess implements AutoCloseable {
  /** Ten seconds for running requests, the rest for Payara and the class-data archive. */
  private static final Duration STOP = Duration.ofSeconds(60);

  private final ServerLog log;
  private final Path record;
  private final CompletableFuture<Boolean> deployed = new CompletableFuture<>();
  private @Nullable Process process;

  ServerProcess(ServerLog log, Path record) {
    this.log = log;
    this.record = record;
  }

  /**
   * Starts it and waits until the application is deployed.
   *
   * @throws CommandException if it ends before that; the line says why
   */
  void start(List<String> command, ServerInstructions instructions) {
    try {
      Process started = begin(command);
      OutputStream input = started.getOutputStream();
      input.write(instructions.write().getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      throw new CommandException(ExitCode.NO, "cannot start the server: " + e.getMessage());
    }
    if (!deployed.join()) {
      throw new CommandException(
          ExitCode.NO, "the server did not start: " + log.reason() + " (see " + log.file() + ")");
    }
  }

  /** Waits until the process ends, however that comes about. */
  void join() {
    Process running = process;
    if (running != null) {
      running.onExit().join();
    }
  }

  /** Lets running requests end and stops it. */
  @Override
  public void close() throws IOException {
    Process running = running();
    if (running == null) {
      return;
    }
    try {
      OutputStream input = running.getOutputStream();
      input.write((ServerMain.STOP + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
      if (!running.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        running.destroyForcibly().onExit().join();
      }
    } catch (IOException e) {
      running.destroyForcibly().onExit().join(); // it is ending already
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    java.nio.file.Files.deleteIfExists(record);
  }

  private synchronized @Nullable Process running() {
    return process;
  }

  private synchronized Process begin(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // The owner's login is the launcher's business only.
    builder.environment().keySet().removeIf(name -> name.startsWith("KYCVS_DB_"));
    Process started = builder.start();
    process = started;
    ProcessRecord.write(record, started.toHandle());
    Thread pump = new Thread(() -> pump(started), "server-log");
    pump.setDaemon(true);
    pump.start();
    return started;
  }

  private void pump(Process started) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.equals(ServerMain.DEPLOYED)) {
          deployed.complete(true);
        }
        log.line(line);
      }
    } catch (IOException e) {
      log.line("kycvs: the server's output broke off: " + e.getMessage());
    }
    deployed.complete(false);
  }
}
