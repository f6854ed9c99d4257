package org.kycvs.launcher.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.server.ServerMain;

/** The command line of the server's process. It holds no secret. */
final class ServerCommand {
  /**
   * The supervisor decides when the server stops. Ctrl-C in a terminal, and process groups and
   * services that are ended, signal every process: the server ignores that, and ends when told to
   * or when the supervisor is gone.
   */
  private static final List<String> DEAF =
      List.of("/bin/sh", "-c", "trap '' INT TERM HUP; exec \"$@\"", "kycvs-server");

  private ServerCommand() {}

  static List<String> of(
      Installation installation, Path temporary, List<String> archive, Optional<String> options) {
    List<String> command = new ArrayList<>(DEAF);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(packages(installation, "Add-Opens", "--add-opens"));
    command.addAll(packages(installation, "Add-Exports", "--add-exports"));
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(archive);
    options.ifPresent(text -> command.addAll(List.of(text.strip().split("\\s+"))));
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath(installation))));
    command.add(ServerMain.class.getName());
    return command;
  }

  /** Jars only: a folder would make a class-data archive impossible. */
  static List<String> classPath(Installation installation) {
    Path runtime = installation.serverRuntime();
    List<Path> jars = new ArrayList<>();
    jars.add(installation.libraries().resolve("kycvs-launcher.jar"));
    jars.add(runtime.resolve("launch-micro.jar"));
    jars.add(runtime.resolve("modules").resolve("deployment-javaee-full.jar"));
    jars.add(runtime.resolve("modules").resolve("appclient-connector.jar"));
    jars.add(driver(installation));
    return jars.stream().map(Path::toString).toList();
  }

  private static Path driver(Installation installation) {
    try (Stream<Path> jars = Files.list(installation.libraries())) {
      return jars.filter(jar -> jar.getFileName().toString().matches("postgresql-[0-9].*[.]jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("The installation lacks its JDBC driver"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The packages that Payara Micro's own manifest wants opened; java -jar would read them there.
   */
  private static List<String> packages(Installation installation, String attribute, String option) {
    Path jar = installation.serverRuntime().resolve("launch-micro.jar");
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String packages = manifest.getMainAttributes().getValue(attribute);
      return packages == null
          ? List.of()
          : Stream.of(packages.strip().split("\\s+"))
              .map(name -> option + "=" + name + "=ALL-UNNAMED")
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
