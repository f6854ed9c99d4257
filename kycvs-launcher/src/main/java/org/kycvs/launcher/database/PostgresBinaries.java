package org.kycvs.launcher.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.place.Reason;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked once from the archive in the installation.
 *
 * @param folder has {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {
  private static final int EXECUTABLE = 0100;

  /**
   * Finds them, unpacking them if need be.
   *
   * @throws CommandException if the installation has none for this machine
   */
  static PostgresBinaries of(Installation installation, DataDirectory data) {
    Path archive = installation.postgresArchives().resolve(archiveName());
    Path folder = installation.cache(data).resolve("postgresql-" + Installation.postgresVersion());
    try {
      if (!Files.isDirectory(folder)) {
        if (!Files.exists(archive)) {
          throw new CommandException(
              ExitCode.NO,
              "there is no embedded PostgreSQL for this machine ("
                  + archiveName()
                  + "); name a database with KYCVS_DB_URL");
        }
        unpack(archive, folder);
      }
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE,
          "cannot unpack PostgreSQL to " + folder + " (" + Reason.of(e) + ")");
    }
    return new PostgresBinaries(folder);
  }

  /** One of its programs. */
  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-"
        + (system.startsWith("mac") ? "darwin" : system)
        + "-"
        + (machine.equals("aarch64") ? "arm_64" : machine.replace("amd64", "x86_64"))
        + ".txz";
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    Path draft = Files.createTempDirectory(folder.getParent(), ".postgresql-");
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, draft.resolve(entry.getName()).normalize());
      }
    }
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    if (!Files.exists(folder)) { // another start may have been quicker
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & EXECUTABLE) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
