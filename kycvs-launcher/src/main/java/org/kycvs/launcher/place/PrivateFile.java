package org.kycvs.launcher.place;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;

/** A small file that only its owner may read (mode 600), written whole or not at all. */
public final class PrivateFile {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateFile() {}

  /**
   * Replaces the file's content: a reader sees the old or the new one, also after a power cut.
   *
   * @throws CommandException if it cannot be written
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same, of bytes. */
  public static void write(Path file, byte[] content) {
    Path draft = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      try (FileChannel channel =
          FileChannel.open(
              draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          int written = channel.write(bytes);
          assert written >= 0;
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot write " + file + " (" + Reason.of(e) + ")");
    }
  }

  /**
   * The content without the white space around it; made by the supplier if there is no such file.
   *
   * @throws CommandException if it can be neither read nor written
   */
  public static String readOrMake(Path file, Supplier<String> content) {
    try {
      if (!Files.exists(file)) {
        write(file, content.get() + "\n");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot read " + file + " (" + Reason.of(e) + ")");
    }
  }
}
