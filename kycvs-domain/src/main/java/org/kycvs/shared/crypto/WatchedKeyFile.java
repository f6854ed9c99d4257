package org.kycvs.shared.crypto;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A master-key file that may change while the server runs. It is looked at every two seconds at
 * most, while keys are used. A change that cannot be right is told in one line of the log, and the
 * keys of before go on.
 */
final class WatchedKeyFile implements MasterKeySource {
  private static final Logger LOG = System.getLogger(WatchedKeyFile.class.getName());

  /** How long a look at the file holds. */
  static final Duration LOOK = Duration.ofSeconds(2);

  private final Path file;
  private final LongSupplier nanos;
  private volatile MasterKeyLines lines;
  private volatile long lookedAt;
  private @Nullable Stamp seen;

  private WatchedKeyFile(
      Path file, LongSupplier nanos, @Nullable Stamp seen, MasterKeyLines lines) {
    this.file = file;
    this.nanos = nanos;
    this.seen = seen;
    this.lines = lines;
    this.lookedAt = nanos.getAsLong();
  }

  /**
   * Reads the file.
   *
   * @param nanos a clock that only goes forward, in nanoseconds
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException as {@link MasterKeyLines#parse}
   */
  static WatchedKeyFile open(Path file, LongSupplier nanos) throws IOException {
    Stamp stamp = Stamp.of(file);
    return new WatchedKeyFile(file, nanos, stamp, MasterKeyLines.parse(Files.readString(file)));
  }

  Path file() {
    return file;
  }

  @Override
  public MasterKeyLines now() {
    if (nanos.getAsLong() - lookedAt >= LOOK.toNanos()) {
      look();
    }
    return lines;
  }

  @Override
  public MasterKeyLines atOnce() {
    look();
    return lines;
  }

  private synchronized void look() {
    lookedAt = nanos.getAsLong();
    @Nullable Stamp stamp = null;
    try {
      stamp = Stamp.of(file);
      if (stamp.equals(seen)) {
        return;
      }
      lines = lines.followedBy(MasterKeyLines.parse(Files.readString(file)));
      LOG.log(Level.INFO, "The master-key file changed; key {0} seals now", lines.sealing());
    } catch (IOException e) {
      if (stamp != null || seen != null) {
        refuse("cannot be read (" + e.getClass().getSimpleName() + ")");
      }
    } catch (IllegalArgumentException e) {
      refuse("is " + e.getMessage());
    }
    seen = stamp;
  }

  private void refuse(String why) {
    LOG.log(
        Level.ERROR,
        "The master-key file {0} changed and {1}: the keys of before go on. Put it right; it is"
            + " read again when it changes",
        file,
        why);
  }

  /** Tells one content of a file from the next, as far as possible without reading it. */
  private record Stamp(FileTime modified, long size, @Nullable Object inode) {
    static Stamp of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }
  }
}
