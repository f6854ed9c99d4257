package org.kycvs.launcher.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.server.JsonLines;
import org.kycvs.launcher.server.LogStyle;
import org.kycvs.launcher.server.ServerMain;

/**
 * {@code server.log} in the data folder's logs: at most 10 MB, and four older ones. A full disk
 * loses lines, never the server.
 */
final class ServerLog {
  private static final long LARGEST = 10_000_000;
  private static final int OLDER = 4;
  private static final int REMEMBERED = 50;

  private final Path folder;
  private final LogStyle style;
  private final Deque<String> latest = new ArrayDeque<>();
  private @Nullable OutputStream output;
  private long size;

  ServerLog(Path folder, LogStyle style) {
    this.folder = folder;
    this.style = style;
  }

  /** Where the newest lines are. */
  Path file() {
    return folder.resolve("server.log");
  }

  /** Writes a line; one that no logger made gets the log's form. */
  synchronized void line(String line) {
    if (latest.size() == REMEMBERED) {
      latest.removeFirst();
    }
    latest.addLast(line);
    try {
      byte[] bytes = (formed(line) + "\n").getBytes(StandardCharsets.UTF_8);
      OutputStream open = open(bytes.length);
      open.write(bytes);
      open.flush();
      size += bytes.length;
    } catch (IOException e) {
      output = null; // tried again with the next line
    }
  }

  /** Why the server failed: what it said about that itself, else its last severe or last line. */
  synchronized String reason() {
    String reason = "it wrote nothing";
    for (String line : latest) {
      if (line.startsWith(ServerMain.FAILED)) {
        return line.substring(ServerMain.FAILED.length());
      }
      if (!line.isBlank() && (line.contains("SEVERE") || !reason.contains("SEVERE"))) {
        reason = line;
      }
    }
    return reason;
  }

  private String formed(String line) {
    boolean bare = style == LogStyle.JSON && !line.startsWith("{\"at\":");
    return bare ? JsonLines.of(Instant.now(), line) : line;
  }

  private OutputStream open(int more) throws IOException {
    OutputStream open = output;
    if (open != null && size + more <= LARGEST) {
      return open;
    }
    if (open != null) {
      open.close();
    }
    if (Files.exists(file()) && Files.size(file()) + more > LARGEST) {
      for (int age = OLDER; age > 0; age--) {
        Path newer = age == 1 ? file() : older(age - 1);
        if (Files.exists(newer)) {
          Files.move(newer, older(age), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    open =
        new BufferedOutputStream(
            Files.newOutputStream(file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    output = open;
    size = Files.size(file());
    return open;
  }

  private Path older(int age) {
    return folder.resolve("server." + age + ".log");
  }
}
