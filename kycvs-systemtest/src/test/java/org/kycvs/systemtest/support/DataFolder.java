package org.kycvs.systemtest.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A data folder of one test's own; closing it removes it. */
public final class DataFolder implements AutoCloseable {
  private static final Pattern TIMES = Pattern.compile(" microseconds=\\d+ requestId=req_");

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /** An empty one. */
  public static DataFolder make() {
    try {
      return new DataFolder(Files.createTempDirectory("kycvs-systemtest-").toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /**
   * The text of each log, by its file, without how long each request took: that may by chance be a
   * number which was used as a code.
   */
  public Map<Path, String> logs() {
    Map<Path, String> logs = new LinkedHashMap<>();
    for (Path file : logFiles()) {
      logs.put(file, TIMES.matcher(Kycvs.read(file)).replaceAll(" requestId=req_"));
    }
    return logs;
  }

  /** Copies the logs to where the build keeps them. */
  void keepLogs(String name) {
    try {
      for (Path file : logFiles()) {
        Path copy = Kycvs.kept(name + "-logs").resolve(path.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> logFiles() {
    try (Stream<Path> files = Files.walk(path.resolve("logs"))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
