package org.kycvs.launcher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that Payara Micro writes to. It is fresh at each start, because one that still knows
 * the application cannot start again.
 */
final class RootFolder {
  private static final List<String> PARTS = List.of("config", "docroot", "lib", "META-INF");

  private RootFolder() {}

  /** Copies what Payara expects to find there, but not its 90 MB of jars. */
  static void make(Path runtime, Path root) throws IOException {
    for (String part : PARTS) {
      try (Stream<Path> files = Files.walk(runtime.resolve(part))) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Path copy = root.resolve(runtime.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
          } else {
            Files.copy(file, copy);
          }
        }
      }
    }
  }
}
