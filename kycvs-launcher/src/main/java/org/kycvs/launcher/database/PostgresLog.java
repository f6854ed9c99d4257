package org.kycvs.launcher.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What PostgreSQL wrote about a start that failed. */
final class PostgresLog {
  private PostgresLog() {}

  /** Whether a log file has the words. */
  static boolean says(Path log, String words) {
    return lines(log).stream().anyMatch(line -> line.contains(words));
  }

  /** The last fatal line of the newest log in the folder. */
  static String reason(Path logs) {
    try (Stream<Path> files = Files.list(logs)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("postgresql-"))
          .sorted(Comparator.comparing(PostgresLog::written).reversed())
          .flatMap(
              file -> lines(file).stream().filter(PostgresLog::fatal).reduce((a, b) -> b).stream())
          .map(line -> line.replaceFirst("^.*?(FATAL|PANIC): +", ""))
          .findFirst()
          .orElse("no reason given");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean fatal(String line) {
    return line.contains("FATAL:") || line.contains("PANIC:");
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
