package org.kycvs.launcher.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The line from the supervisor: the server's standard input. */
final class SupervisorLine {
  private final BufferedReader reader;

  SupervisorLine(InputStream input) {
    reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
  }

  /** The lines up to an empty one. */
  String block() throws IOException {
    StringBuilder block = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isEmpty()) {
        return block.toString();
      }
      block.append(line).append('\n');
    }
    throw new IOException("The supervisor ended before its instructions did");
  }

  /**
   * Gives each further line to its taker on a thread of its own; ends this process with the line.
   */
  void follow(Consumer<String> taker) {
    Thread thread = new Thread(() -> pump(taker), "supervisor-line");
    thread.setDaemon(true);
    thread.start();
  }

  private void pump(Consumer<String> taker) {
    for (String line = next(); line != null; line = next()) {
      taker.accept(line);
    }
    // Without a supervisor there is nobody to stop this process, its database or its successor's
    // rivals. Every answered call is committed, so nothing is lost by ending at once.
    Runtime.getRuntime().halt(1);
  }

  private @Nullable String next() {
    try {
      return reader.readLine();
    } catch (IOException e) {
      return null;
    }
  }
}
