package org.kycvs.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.shared.crypto.Framing;

/**
 * The JVM's archive of the server's classes, which shortens a start by seconds. It is bound to the
 * JVM, the class path and the jars on it: the file's name says which, so that after a change
 * another one is made, by the first start with it. It only ever helps: the JVM ignores one that
 * does not fit.
 */
final class ClassDataArchive {
  private static final String PREFIX = "server-classes-";
  private static final String SUFFIX = ".jsa";

  private final Path file;
  private final Path draft;
  private final Pace pace;

  ClassDataArchive(Installation installation, DataDirectory data, Pace pace) {
    this.pace = pace;
    Path folder = installation.cache(data);
    file = folder.resolve(PREFIX + fingerprint(installation) + SUFFIX);
    draft = folder.resolve(PREFIX + ProcessHandle.current().pid() + ".new");
  }

  /** The JVM options to use it, or to be able to make it. */
  List<String> options() {
    List<String> options = new ArrayList<>(List.of("-Xlog:cds=off"));
    if (pace == Pace.SHORT_RUN) {
      options.add("-XX:TieredStopAtLevel=1");
    }
    if (Files.exists(file)) {
      options.addAll(List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + file));
    } else if (wanted().isPresent()) {
      options.addAll(List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+RecordDynamicDumpInfo"));
    }
    return options;
  }

  /** Where the server shall write it when it stops; empty if it is there or not worth the time. */
  Optional<Path> wanted() {
    return Files.exists(file) || pace == Pace.SHORT_RUN ? Optional.empty() : Optional.of(draft);
  }

  /**
   * After the server ended: keeps what it made, and drops those that fitted earlier installations.
   */
  void keep() {
    try (Stream<Path> siblings = Files.list(file.getParent())) {
      if (!Files.exists(draft)) {
        return;
      }
      Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      for (Path sibling : siblings.filter(this::isOlder).toList()) {
        Files.deleteIfExists(sibling);
      }
    } catch (IOException e) {
      // The next start tries again.
    }
  }

  private boolean isOlder(Path sibling) {
    return sibling.getFileName().toString().startsWith(PREFIX) && !sibling.equals(file);
  }

  private static String fingerprint(Installation installation) {
    Framing framing =
        Framing.of("kycvs/class-data-archive/1")
            .field(System.getProperty("java.home"))
            .field(System.getProperty("java.vm.version"));
    try {
      for (String jar : ServerCommand.classPath(installation)) {
        Path path = Path.of(jar);
        framing
            .field(jar)
            .field(Files.size(path) + " " + Files.getLastModifiedTime(path).toMillis());
      }
    } catch (IOException e) {
      framing.field("unknown");
    }
    return java.util.HexFormat.of().formatHex(framing.sha256()).substring(0, 16);
  }
}
