package org.kycvs.launcher.place;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;

/**
 * Holds the data folder for one process. The operating system gives the lock up with the process,
 * however that ends, so no lock is ever stale.
 */
public final class DataLock implements AutoCloseable {
  private static final int LONGEST_PID = 20;

  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock, or empty if another process holds it. */
  public static Optional<DataLock> tryTake(DataDirectory data) {
    try {
      FileChannel channel = open(data);
      if (lock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      int written =
          channel.write(
              StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
      assert written > 0;
      return Optional.of(new DataLock(channel));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot lock the data folder " + data + " (" + Reason.of(e) + ")");
    }
  }

  /**
   * The lock.
   *
   * @throws CommandException if another process holds it; the line has its id
   */
  public static DataLock take(DataDirectory data) {
    return tryTake(data)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.NO,
                    "process "
                        + holder(data)
                        + " already runs on the data folder "
                        + data
                        + "; stop it, or choose another folder with --data"));
  }

  /** The id of the process that holds the lock, as far as it can be told. */
  public static String holder(DataDirectory data) {
    try (FileChannel channel = open(data)) {
      ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
      int length = channel.read(bytes, 0);
      return length > 0
          ? new String(bytes.array(), 0, length, StandardCharsets.US_ASCII)
          : "(unknown)";
    } catch (IOException e) {
      return "(unknown)";
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static FileChannel open(DataDirectory data) throws IOException {
    return FileChannel.open(
        data.path().resolve("lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }
}
