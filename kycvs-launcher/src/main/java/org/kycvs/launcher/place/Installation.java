package org.kycvs.launcher.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The installed distribution: what was built, never changed at run time but for its {@code cache}
 * folder.
 *
 * @param home its folder, absolute
 * @param checkout the source checkout that it was built from, when it is run from there
 */
public record Installation(Path home, Optional<Path> checkout) {
  private static final Properties BUILD = buildProperties();

  /** The one that this command runs from: its script sets {@code kycvs.home}. */
  public static Installation ofThisCommand() {
    String home = System.getProperty("kycvs.home");
    if (home == null) {
      throw new IllegalStateException("Start the command with its script: bin/kycvs");
    }
    @Nullable String checkout = System.getProperty("kycvs.checkout");
    return new Installation(
        Path.of(home).toAbsolutePath().normalize(), Optional.ofNullable(checkout).map(Path::of));
  }

  /** The version of this software. */
  public static String version() {
    return build("version");
  }

  /** The version of Payara Micro in {@link #serverRuntime}. */
  public static String payaraVersion() {
    return build("payara");
  }

  /** The version of PostgreSQL in {@link #postgresArchives}. */
  public static String postgresVersion() {
    return build("postgresql");
  }

  /** The exploded runtime of Payara Micro. */
  public Path serverRuntime() {
    return home.resolve("server");
  }

  /** The jars of the command line, of which the server needs two. */
  public Path libraries() {
    return home.resolve("lib");
  }

  /** The EAR. */
  public Path application() {
    return home.resolve("kycvs.ear");
  }

  /** Flyway's versioned migrations, and the repeatable grants. */
  public Path databaseScripts() {
    return home.resolve("db");
  }

  /** The invented people of the demonstration. */
  public Path sampleRegistry() {
    return databaseScripts().resolve("sample").resolve("sample-registry.csv");
  }

  /** PostgreSQL's binaries as compressed archives, by platform. */
  public Path postgresArchives() {
    return home.resolve("postgresql");
  }

  /**
   * A folder for what can be made again at any time: in the installation, or in the data folder
   * where that cannot be written.
   */
  public Path cache(DataDirectory data) {
    Path own = home.resolve("cache");
    try {
      Files.createDirectories(own);
      if (Files.isWritable(own)) {
        return own;
      }
    } catch (IOException e) {
      // An installation that belongs to another user is normal.
    }
    return data.folder("cache");
  }

  private static String build(String name) {
    return Objects.requireNonNull(BUILD.getProperty(name));
  }

  private static Properties buildProperties() {
    Properties properties = new Properties();
    try (InputStream input =
        Objects.requireNonNull(Installation.class.getResourceAsStream("build.properties"))) {
      properties.load(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
