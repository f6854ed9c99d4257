package org.kycvs.launcher.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings that the embedded PostgreSQL must have. They are in a file of their own, written at
 * each start and read last, so that what an operator adds to {@code postgresql.conf} cannot take
 * durability away or open a port.
 */
final class PostgresConfiguration {
  private static final String FILE = "kycvs.conf";

  private PostgresConfiguration() {}

  /** Makes a new folder's {@code postgresql.conf} read the file. */
  static void include(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("postgresql.conf"),
        "\n# Written by kycvs at each start; keep this line the last one.\ninclude = '"
            + FILE
            + "'\n",
        StandardOpenOption.APPEND);
  }

  /** Writes the file. */
  static void write(Path folder, Path logs, int port) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("port", Integer.toString(port));
    settings.put("unix_socket_directories", "");
    settings.put("password_encryption", "scram-sha-256");
    settings.put("fsync", "on");
    settings.put("synchronous_commit", "on");
    settings.put("full_page_writes", "on");
    settings.put("max_connections", "100");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("logging_collector", "on");
    settings.put("log_directory", logs.toString());
    settings.put("log_filename", "postgresql-%u.log"); // one a weekday: a week is kept
    settings.put("log_rotation_age", "1d");
    settings.put("log_rotation_size", "0");
    settings.put("log_truncate_on_rotation", "on");
    settings.put("log_file_mode", "0600");
    // A statement may hold what no log may: only its error is written.
    settings.put("log_min_error_statement", "panic");
    StringBuilder text = new StringBuilder("# Written by kycvs at each start: changes are lost.\n");
    settings.forEach(
        (name, value) ->
            text.append(name).append(" = '").append(value.replace("'", "''")).append("'\n"));
    try {
      Files.writeString(folder.resolve(FILE), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
