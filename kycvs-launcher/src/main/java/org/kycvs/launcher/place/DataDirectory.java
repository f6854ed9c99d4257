package org.kycvs.launcher.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;

/**
 * The folder that holds an installation's state: database, secrets, logs. Everything in it is for
 * its owner only.
 */
public final class DataDirectory {
  private final Path path;

  private DataDirectory(Path path) {
    this.path = path;
  }

  /**
   * Opens the folder, making it if there is none.
   *
   * @throws CommandException if it cannot be made or written
   */
  public static DataDirectory open(Path path) {
    DataDirectory data = new DataDirectory(real(make(path.toAbsolutePath().normalize())));
    if (!Files.isWritable(data.path)) {
      throw unwritable(data.path, "permission denied");
    }
    return data;
  }

  /** Its absolute path. */
  public Path path() {
    return path;
  }

  /** A folder in it, made if there is none. */
  public Path folder(String name) {
    return make(path.resolve(name));
  }

  /** Passwords and keys. */
  public Path secrets() {
    return folder("secrets");
  }

  /** What server and database log. */
  public Path logs() {
    return folder("logs");
  }

  /** The file that tells other programs what runs here; there only while it runs. */
  public Path runFile() {
    return path.resolve("run.json");
  }

  private static Path make(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return folder;
    } catch (IOException e) {
      throw unwritable(folder, Reason.of(e));
    }
  }

  /** The one path for this folder, whichever links led there. */
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw unwritable(folder, Reason.of(e));
    }
  }

  private static CommandException unwritable(Path folder, String reason) {
    return new CommandException(
        ExitCode.UNREACHABLE,
        "cannot write the data folder " + folder + " (" + reason + "); choose another with --data");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
