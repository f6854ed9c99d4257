package org.kycvs.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.place.Reason;

/** A folder for one start's files. */
final class FreshFolder {
  private FreshFolder() {}

  /**
   * Empties the folder, or makes it.
   *
   * @throws CommandException if the file system refuses
   */
  static Path make(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot empty " + folder + " (" + Reason.of(e) + ")");
    }
  }
}
