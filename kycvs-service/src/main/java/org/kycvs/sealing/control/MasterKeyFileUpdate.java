package org.kycvs.sealing.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.kycvs.shared.crypto.MasterKeyLines;

/** Replaces the master-key file: whole or not at all, for the same owner with the same mode. */
public final class MasterKeyFileUpdate {
  private final Path file;

  /**
   * Of a file, or of what a link leads to.
   *
   * @throws IOException if there is no such file
   */
  public MasterKeyFileUpdate(Path file) throws IOException {
    this.file = file.toRealPath();
  }

  /** Whether this process may write both the file and its folder. */
  public boolean isAllowed() {
    Path folder = file.getParent();
    return Files.isWritable(file) && folder != null && Files.isWritable(folder);
  }

  /**
   * What the file holds.
   *
   * @throws IllegalArgumentException if it is no master-key file
   */
  public MasterKeyLines read() throws IOException {
    return MasterKeyLines.parse(Files.readString(file));
  }

  /** Writes it; a reader sees the old or the new one, also after a power cut. */
  public void write(MasterKeyLines lines) throws IOException {
    PosixFileAttributes known = Files.readAttributes(file, PosixFileAttributes.class);
    Path draft = file.resolveSibling("." + file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.text());
      while (bytes.hasRemaining()) {
        int written = channel.write(bytes);
        assert written >= 0;
      }
      channel.force(true);
    }
    PosixFileAttributeView view =
        Files.getFileAttributeView(draft, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    PosixFileAttributes made = view.readAttributes();
    if (!made.group().equals(known.group())) {
      view.setGroup(known.group());
    }
    if (!made.owner().equals(known.owner())) {
      view.setOwner(known.owner());
    }
    view.setPermissions(known.permissions());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
