package org.kycvs.bench.registry;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.kycvs.bench.BenchFailedException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least that can be done to fill the registry: its rows, ready made, by {@code COPY … FROM
 * STDIN (FORMAT BINARY)} in one transaction, with all indexes and constraints there. What an import
 * is compared with.
 */
final class RawCopy {
  private static final int CHUNK = 1 << 16;

  private final List<CopiedTable> small = new ArrayList<>();
  private final CopiedTable people;

  private RawCopy(CopiedTable people) {
    this.people = people;
  }

  /** Writes the rows of a filled registry to files in the folder. */
  static RawCopy export(Connection owner, Path folder) throws SQLException, IOException {
    RegistryTables tables = new RegistryTables(owner);
    String columns = tables.columns(RegistryTables.PERSON);
    RawCopy copy = new RawCopy(copy(owner, RegistryTables.PERSON, columns, folder));
    for (String table : tables.referredTo()) {
      copy.small.add(copy(owner, table, tables.columns(table), folder));
    }
    return copy;
  }

  private static CopiedTable copy(Connection owner, String table, String columns, Path folder)
      throws SQLException, IOException {
    Path file = folder.resolve(table.replaceAll("\\W", "_") + ".bin");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), CHUNK)) {
      String rows = "(SELECT " + columns + " FROM " + table + ")";
      long count = copies(owner).copyOut("COPY " + rows + " TO STDOUT (FORMAT BINARY)", out);
      return new CopiedTable(table, columns, file, count);
    }
  }

  /** Fills an empty registry; the time is that of the people alone, in seconds. */
  double into(Connection owner) throws SQLException, IOException {
    for (CopiedTable table : small) {
      addMissing(owner, table);
    }
    owner.setAutoCommit(false);
    Stopwatch watch = new Stopwatch();
    fill(owner, people, people.name());
    owner.commit();
    double seconds = watch.seconds();
    owner.setAutoCommit(true);
    return seconds;
  }

  /** Removes the files. */
  void delete() throws IOException {
    for (CopiedTable table : small) {
      Files.delete(table.file());
    }
    Files.delete(people.file());
  }

  /** What migrations put into small tables is there already. */
  private static void addMissing(Connection owner, CopiedTable table)
      throws SQLException, IOException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE copied (LIKE " + table.name() + ")");
      fill(owner, table, "copied");
      statement.execute(
          "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM copied ON CONFLICT DO NOTHING"
              .formatted(table.name(), table.columns(), table.columns()));
      statement.execute("DROP TABLE copied");
    }
  }

  private static void fill(Connection owner, CopiedTable from, String table)
      throws SQLException, IOException {
    try (InputStream file = Files.newInputStream(from.file())) {
      String into = table + " (" + from.columns() + ")";
      long rows = copies(owner).copyIn("COPY " + into + " FROM STDIN (FORMAT BINARY)", file, CHUNK);
      if (rows != from.rows()) {
        throw new BenchFailedException(
            "a raw copy of %d rows of %s copied %d".formatted(from.rows(), table, rows));
      }
    }
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private record CopiedTable(String name, String columns, Path file, long rows) {}
}
