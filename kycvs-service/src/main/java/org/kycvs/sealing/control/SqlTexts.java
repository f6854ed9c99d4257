package org.kycvs.sealing.control;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Arrays of texts in the database. */
final class SqlTexts {
  private SqlTexts() {}

  /** The list in a column; empty if there is none. */
  static List<String> list(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
