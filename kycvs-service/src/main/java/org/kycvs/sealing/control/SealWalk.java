package org.kycvs.sealing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a table was walked to seal its values with one key. A walk is finished when a whole pass
 * found nothing to do; so what others wrote behind it with an older key is found by the next pass.
 *
 * @param masterKey the id of the key
 * @param position the key of the last row, as texts; empty at the beginning of a pass
 * @param passed how many rows were looked at, over all passes
 * @param sealedAnew how many rows were sealed anew, over all passes
 * @param again how many in this pass were sealed anew or were busy
 * @param unopened how many in this pass do not open
 * @param isFinished whether it is
 */
record SealWalk(
    String masterKey,
    List<String> position,
    long passed,
    long sealedAnew,
    long again,
    long unopened,
    boolean isFinished) {
  private static final String READ = "SELECT * FROM seal_walk ORDER BY name";
  private static final String KEEP =
      """
      INSERT INTO seal_walk (master_key, row_key, passed, sealed_anew, again, unopened, is_finished,
                             name)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (name) DO UPDATE
        SET (master_key, row_key, passed, sealed_anew, again, unopened, is_finished)
          = (excluded.master_key, excluded.row_key, excluded.passed, excluded.sealed_anew,
             excluded.again, excluded.unopened, excluded.is_finished)
      """;

  /** Not begun. */
  static SealWalk fresh(String masterKey) {
    return new SealWalk(masterKey, List.of(), 0, 0, 0, 0, false);
  }

  /** The walks on record, by table. */
  static Map<String, SealWalk> all(Connection connection) throws SQLException {
    Map<String, SealWalk> walks = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(READ);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        SealWalk walk =
            new SealWalk(
                row.getString("master_key"),
                SqlTexts.list(row, "row_key"),
                row.getLong("passed"),
                row.getLong("sealed_anew"),
                row.getLong("again"),
                row.getLong("unopened"),
                row.getBoolean("is_finished"));
        walks.put(row.getString("name"), walk);
      }
    }
    return walks;
  }

  /** After a page of rows. */
  SealWalk after(List<String> lastKey, int rows, int sealed, int busy, int wrong) {
    return new SealWalk(
        masterKey,
        lastKey,
        passed + rows,
        sealedAnew + sealed,
        again + sealed + busy,
        unopened + wrong,
        false);
  }

  /** At the end of a pass: finished, or at the beginning of another pass. */
  SealWalk ended() {
    return again == 0
        ? new SealWalk(masterKey, List.of(), passed, sealedAnew, 0, unopened, true)
        : new SealWalk(masterKey, List.of(), passed, sealedAnew, 0, 0, false);
  }

  /** Puts it on record. */
  void keep(Connection connection, String table) throws SQLException {
    try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
      keep.setString(1, masterKey);
      keep.setArray(2, connection.createArrayOf("text", position.toArray()));
      keep.setLong(3, passed);
      keep.setLong(4, sealedAnew);
      keep.setLong(5, again);
      keep.setLong(6, unopened);
      keep.setBoolean(7, isFinished);
      keep.setString(8, table);
      keep.executeUpdate();
    }
  }
}
