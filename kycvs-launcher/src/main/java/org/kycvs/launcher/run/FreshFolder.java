package org.kycvs.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.place.Folders;
import org.kycvs.launcher.place.Reason;

/**
 * A folder for one start's files, for its owner only: the server's own configuration, with the
 * application's database password, is among them.
 */
final class FreshFolder implements AutoCloseable {
  private final Path folder;

  private FreshFolder(Path folder) {
    this.folder = folder;
  }

  /** Where it is. */
  Path path() {
    return folder;
  }

  /** Removes it with all that is in it. */
  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }

  /**
   * Empties the folder, or makes it.
   *
   * @throws CommandException if the file system refuses
   */
  static FreshFolder make(Path folder) {
    try {
      Folders.delete(folder);
      return new FreshFolder(
          Files.createDirectory(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot empty " + folder + " (" + Reason.of(e) + ")");
    }
  }
}
