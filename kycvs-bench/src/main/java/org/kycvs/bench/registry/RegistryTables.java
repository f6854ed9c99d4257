package org.kycvs.bench.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/** The registry's big table, as the database itself describes it. */
final class RegistryTables {
  /** What an import fills. Earlier versions of records are another: a first import has none. */
  static final String PERSON = "person";

  private static final String REFERRED_TO =
      """
      SELECT DISTINCT confrelid::regclass::text FROM pg_constraint
       WHERE contype = 'f' AND conparentid = 0 AND conrelid = ?::regclass AND confrelid <> conrelid
       ORDER BY 1
      """;

  private static final String COLUMNS =
      """
      SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
       WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      """;

  private static final String SIZE =
      """
      SELECT sum(pg_table_size(relid)), sum(pg_indexes_size(relid)) FROM pg_partition_tree(?::regclass)
      """;

  private final Connection owner;

  RegistryTables(Connection owner) {
    this.owner = owner;
  }

  /**
   * The small tables that the big one refers to, directly or not; each after those it refers to.
   */
  Set<String> referredTo() throws SQLException {
    Set<String> tables = new LinkedHashSet<>();
    addReferredTo(PERSON, tables);
    return tables;
  }

  private void addReferredTo(String table, Set<String> tables) throws SQLException {
    try (PreparedStatement select = owner.prepareStatement(REFERRED_TO)) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String other = row.getString(1);
          if (!other.equals(PERSON) && !tables.contains(other)) {
            addReferredTo(other, tables);
            tables.add(other);
          }
        }
      }
    }
  }

  /** The table's columns but for generated ones, as SQL. */
  String columns(String table) throws SQLException {
    try (PreparedStatement select = owner.prepareStatement(COLUMNS)) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** What the table takes on disk. */
  TableSize size(String table) throws SQLException {
    try (PreparedStatement select = owner.prepareStatement(SIZE)) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new TableSize(row.getLong(1), row.getLong(2));
      }
    }
  }

  /** Does what autovacuum does some time after an import. */
  void settle() throws SQLException {
    try (Statement vacuum = owner.createStatement()) {
      vacuum.execute("VACUUM (ANALYZE) " + PERSON);
    }
  }
}
