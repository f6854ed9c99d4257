package org.kycvs.systemtest.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A {@code kycvs} command as somebody types it, in an environment without other settings. */
public final class Kycvs {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<String> line = new ArrayList<>();
  private final Map<String, String> settings = new HashMap<>();

  private Kycvs(Object... words) {
    line.add(Distribution.command().toString());
    for (Object word : words) {
      line.add(word.toString());
    }
  }

  /** The command and its options. */
  public static Kycvs command(Object... words) {
    return new Kycvs(words);
  }

  /** Sets an environment variable for it. */
  public Kycvs with(String variable, String value) {
    settings.put(variable, value);
    return this;
  }

  /** Runs it to its end. */
  public Outcome run() {
    Path out = output();
    Path err = errors(out);
    Process process = start(out, err);
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().onExit().join();
        throw new AssertionError(line + " did not end: " + read(out) + read(err));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
    return new Outcome(process.exitValue(), read(out), read(err));
  }

  /** Starts it, and does not wait. */
  public Process start() {
    Path out = output();
    return start(out, errors(out));
  }

  private static Path output() {
    return kept("command-" + COUNT.incrementAndGet() + ".out");
  }

  private static Path errors(Path out) {
    return out.resolveSibling(out.getFileName().toString().replace(".out", ".err"));
  }

  /** Starts it, its output going to files. */
  Process start(Path out, Path err) {
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KYCVS_"));
    builder.environment().putAll(settings);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path kept(String file) {
    try {
      return Files.createDirectories(Distribution.kept()).resolve(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How a command ended.
   *
   * @param exitCode its exit code
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  public record Outcome(int exitCode, String out, String err) {
    /** All that the user saw. */
    public String all() {
      return out + err;
    }

    /** The lines of standard error. */
    public List<String> errors() {
      return err.lines().toList();
    }
  }
}
