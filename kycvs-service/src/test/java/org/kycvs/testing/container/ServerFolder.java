package org.kycvs.testing.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Payara Micro unpacked, with the database driver: from its one jar a deployment takes five times
 * as long. It is fresh at each start, because a folder that still knows an application cannot start
 * again.
 */
final class ServerFolder {
  /** What Arquillian reads the server's version from; the launcher's jar lacks it. */
  private static final String VERSION = "MICRO-INF/domain/branding/glassfish-version.properties";

  private ServerFolder() {}

  /** Makes the folder and returns the jar to start. */
  static Path make(Path microJar, Path folder) throws IOException {
    delete(folder);
    unpack(microJar, folder);
    Path launcher = folder.resolve("launch-micro.jar");
    try (JarFile whole = new JarFile(microJar.toFile());
        InputStream version = whole.getInputStream(whole.getJarEntry(VERSION));
        FileSystem jar = FileSystems.newFileSystem(launcher, (@Nullable ClassLoader) null)) {
      Path copy = jar.getPath(VERSION);
      Files.createDirectories(parent(copy));
      Files.copy(version, copy);
    }
    return launcher;
  }

  private static void unpack(Path microJar, Path folder) throws IOException {
    Path log = folder.resolveSibling("unpack.log");
    Process unpacking =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                microJar.toString(),
                "--rootdir",
                folder.toString(),
                "--addlibs",
                ClassPath.of(Driver.class).toString(),
                "--outputlauncher")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!unpacking.waitFor(2, TimeUnit.MINUTES) || unpacking.exitValue() != 0) {
        unpacking.destroyForcibly();
        throw new IOException("Payara Micro could not be unpacked: " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(path + " has no parent");
    }
    return parent;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
