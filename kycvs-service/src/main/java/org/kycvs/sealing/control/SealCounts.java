package org.kycvs.sealing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kycvs.sealing.entity.SealCount;
import org.kycvs.sealing.entity.WalkState;
import org.kycvs.shared.crypto.MasterKey;

/** Counts what is sealed with which key: reads all sealed values, exactly. */
public final class SealCounts {
  private static final String BEGIN_AGAIN =
      "UPDATE seal_walk SET row_key = '{}', again = 0, unopened = 0, is_finished = false"
          + " WHERE name = ? AND is_finished";

  private final Connection connection;
  private final MasterKey masterKey;

  /** Over a connection of the schema's owner. */
  public SealCounts(Connection connection, MasterKey masterKey) {
    this.connection = connection;
    this.masterKey = masterKey;
  }

  /** All counts, by table and column. */
  public List<SealCount> all() throws SQLException {
    List<SealCount> counts = new ArrayList<>();
    for (SealedTable table : SealedTable.all(connection)) {
      Map<String, String> keys = masterKey.seal(table.label()).keyIds();
      for (String column : table.columns()) {
        String place = table.name() + "." + column;
        try (PreparedStatement select = connection.prepareStatement(table.count(column));
            ResultSet row = select.executeQuery()) {
          while (row.next()) {
            Optional<String> key = Optional.ofNullable(keys.get(row.getString(1)));
            counts.add(new SealCount(place, key, row.getLong(2)));
          }
        }
      }
    }
    return counts;
  }

  /** How far the tables were walked. */
  public List<WalkState> walks() throws SQLException {
    return SealWalk.all(connection).entrySet().stream()
        .map(
            walk ->
                new WalkState(
                    walk.getKey(),
                    walk.getValue().masterKey(),
                    walk.getValue().sealedAnew(),
                    walk.getValue().unopened(),
                    walk.getValue().isFinished()))
        .toList();
  }

  /** Has finished walks of these places' tables begin again. */
  public void walkAgain(List<SealCount> counts) throws SQLException {
    for (SealCount count : counts) {
      try (PreparedStatement update = connection.prepareStatement(BEGIN_AGAIN)) {
        update.setString(1, count.place().substring(0, count.place().indexOf('.')));
        update.executeUpdate();
      }
    }
  }

  /** Waits until no other command changes the key file; to the end of the transaction. */
  public void lockFile() throws SQLException {
    try (Statement lock = connection.createStatement()) {
      // Any number that no other advisory lock uses: "masterky" in ASCII.
      lock.execute("SELECT pg_advisory_xact_lock(x'6d61737465726b79'::bigint)");
    }
  }
}
