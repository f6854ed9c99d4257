package org.kycvs.sealing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that holds sealed values, as its feature's migration describes it in the database.
 *
 * @param name the table
 * @param label of the seal
 * @param rowKey the columns of the primary key, in its order
 * @param keyTypes their types
 * @param columns those with sealed values
 * @param boundTo for each, an SQL expression over the row: what its values are bound to
 */
record SealedTable(
    String name,
    String label,
    List<String> rowKey,
    List<String> keyTypes,
    List<String> columns,
    List<String> boundTo) {
  private static final String ALL =
      "SELECT name, label, row_key, key_types, columns, bound_to FROM sealed_table";

  /** All of them, by name. */
  static List<SealedTable> all(Connection connection) throws SQLException {
    return read(connection, ALL + " ORDER BY name");
  }

  /** Those whose values live on, so that they are sealed anew. */
  static List<SealedTable> lasting(Connection connection) throws SQLException {
    return read(connection, ALL + " WHERE ends_after IS NULL ORDER BY name");
  }

  private static List<SealedTable> read(Connection connection, String sql) throws SQLException {
    List<SealedTable> tables = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        tables.add(
            new SealedTable(
                row.getString("name"),
                row.getString("label"),
                SqlTexts.list(row, "row_key"),
                SqlTexts.list(row, "key_types"),
                SqlTexts.list(row, "columns"),
                SqlTexts.list(row, "bound_to")));
      }
    }
    return tables;
  }

  /**
   * Reads the next rows: the row's key as texts, the sealed values, what they are bound to.
   *
   * @param isFirst whether from the beginning; else after a key, given as texts
   */
  String page(boolean isFirst) {
    String key = String.join(", ", rowKey);
    String after =
        IntStream.range(0, rowKey.size())
            .mapToObj(i -> "CAST(? AS " + keyTypes.get(i) + ")")
            .collect(Collectors.joining(", "));
    return "SELECT "
        + rowKey.stream().map(column -> column + "::text").collect(Collectors.joining(", "))
        + ", "
        + String.join(", ", columns)
        + ", "
        + boundTo.stream().map(sql -> "(" + sql + ")::text").collect(Collectors.joining(", "))
        + " FROM "
        + name
        + (isFirst ? "" : " WHERE (" + key + ") > (" + after + ")")
        + " ORDER BY "
        + key
        + " LIMIT ?";
  }

  /** Counts a column's values by the key ids that they have in them. */
  String count(String column) {
    return "SELECT encode(substring(%1$s FROM 2 FOR 4), 'hex'), count(*) FROM %2$s WHERE %1$s IS NOT NULL GROUP BY 1 ORDER BY 1"
        .formatted(column, name);
  }
}
