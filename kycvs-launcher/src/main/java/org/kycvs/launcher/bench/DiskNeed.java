package org.kycvs.launcher.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.place.Reason;

/**
 * How much disk a benchmark takes at its height, when an import has its file, its temporary tables,
 * the registry and the write-ahead log.
 *
 * @param people how many people
 * @param bytes about so much
 */
record DiskNeed(long people, long bytes) {
  private static final long BYTES_A_PERSON = 3_000;
  private static final long BASE = 2L << 30;
  private static final long WARNED_FROM = 5_000_000;
  private static final long GIGABYTE = 1L << 30;

  static DiskNeed of(long people) {
    return new DiskNeed(people, Math.min(people * BYTES_A_PERSON, BASE) + people * BYTES_A_PERSON);
  }

  /**
   * Warns of what takes long.
   *
   * @throws CommandException if the disk has too little space, or there is no such folder
   */
  void check(Path folder, PrintWriter warnings) {
    long gigabytes = Math.max(1, bytes / GIGABYTE);
    if (people >= WARNED_FROM) {
      warnings.printf(
          "kycvs: %,d people take up to %,d GB of disk in %s, and long: first try fewer%n",
          people, gigabytes, folder);
      warnings.flush();
    }
    try {
      if (Files.getFileStore(folder).getUsableSpace() < bytes) {
        throw new CommandException(
            ExitCode.NO,
            "%,d people need about %,d GB of disk, which %s does not have; choose another folder"
                    .formatted(people, gigabytes, folder)
                + " with --temp, or fewer people");
      }
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot use the folder " + folder + " (" + Reason.of(e) + ")");
    }
  }
}
