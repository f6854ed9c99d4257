package org.kycvs.sealing.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.crypto.KnownMasterKey;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;

/**
 * Seals anew, page by page, what is sealed with older keys. Each page is one transaction, with the
 * position after it: killed at any moment, it goes on where it was. It waits for no row that
 * somebody else is changing, so it can stop nobody for longer than a page takes, and no deadlock
 * has it in it; such rows are left to the next pass.
 */
@ApplicationScoped
public class Resealing {
  private static final Logger LOG = System.getLogger(Resealing.class.getName());

  /** One node at a time; any number that no other advisory lock uses: "sealwalk" in ASCII. */
  private static final String LEASE =
      "SELECT pg_try_advisory_xact_lock(x'7365616c77616c6b'::bigint)";

  private static final String SWAP = "SELECT seal_anew(?, ?, ?, ?)";

  @Resource(lookup = "jdbc/kycvs")
  private DataSource database;

  @Inject private MasterKey masterKey;

  /** For the container. */
  public Resealing() {}

  /** For a database that no container gives. */
  Resealing(DataSource database, MasterKey masterKey) {
    this.database = database;
    this.masterKey = masterKey;
  }

  /**
   * Does the next page, in the transaction that there is.
   *
   * @param most how many rows
   * @return how many rows were looked at; 0 if there is nothing to do, or another node does it
   */
  public int page(int most) {
    try (Connection connection = database.getConnection()) {
      return page(connection, most);
    } catch (SQLException e) {
      throw new IllegalStateException("The database failed while values were sealed anew", e);
    }
  }

  /** As {@link #page(int)}, over a connection. */
  int page(Connection connection, int most) throws SQLException {
    List<KnownMasterKey> keys = masterKey.keys();
    if (keys.get(0).seals() || !hasLease(connection)) {
      return 0; // no older key, or another node does it
    }
    String current = keys.stream().filter(KnownMasterKey::seals).findFirst().orElseThrow().id();
    Map<String, SealWalk> walks = SealWalk.all(connection);
    List<Due> due = new ArrayList<>();
    for (SealedTable table : SealedTable.lasting(connection)) {
      SealWalk walk = walks.getOrDefault(table.name(), SealWalk.fresh(current));
      if (!walk.masterKey().equals(current)) {
        if (isAhead(walk.masterKey(), current)) {
          continue; // another node has a newer file
        }
        walk = SealWalk.fresh(current);
      }
      if (!walk.isFinished()) {
        due.add(new Due(table, walk));
      }
    }
    Optional<Due> next = due.stream().min(Comparator.comparingLong(one -> one.walk.passed()));
    return next.isEmpty() ? 0 : page(connection, next.get(), most);
  }

  /** Whether a key comes after the one that seals here, or is not known here. */
  private boolean isAhead(String key, String current) {
    List<String> ids = masterKey.keysAtOnce().stream().map(KnownMasterKey::id).toList();
    if (!ids.contains(key)) {
      LOG.log(
          Level.WARNING,
          "Values are sealed with the key {0}, which the master-key file of this node lacks",
          key);
      return true;
    }
    return ids.indexOf(key) > ids.indexOf(current);
  }

  private static boolean hasLease(Connection connection) throws SQLException {
    try (Statement lease = connection.createStatement();
        ResultSet row = lease.executeQuery(LEASE)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private int page(Connection connection, Due due, int most) throws SQLException {
    Seal seal = masterKey.seal(due.table.label());
    List<SealedRow> rows = rows(connection, due, most);
    int sealed = 0;
    int busy = 0;
    int wrong = 0;
    for (SealedRow row : rows) {
      try {
        Optional<@Nullable byte[][]> anew = row.sealedAnew(seal);
        if (anew.isPresent() && swap(connection, due.table.name(), row, anew.get())) {
          sealed++;
        } else if (anew.isPresent()) {
          busy++;
        }
      } catch (IllegalStateException e) {
        wrong++; // left as it is, told at the end of the pass
      }
    }
    SealWalk after = due.walk;
    if (!rows.isEmpty()) {
      List<String> last = rows.get(rows.size() - 1).key();
      after = after.after(last, rows.size(), sealed, busy, wrong);
    }
    if (rows.size() < most) {
      tell(due.table.name(), after);
      after = after.ended();
    }
    after.keep(connection, due.table.name());
    return Math.max(1, rows.size());
  }

  private static void tell(String table, SealWalk walk) {
    if (walk.unopened() > 0) {
      LOG.log(
          Level.ERROR,
          "{0} rows of {1} have sealed values that do not open; they are left as they are",
          walk.unopened(),
          table);
    }
    if (walk.again() == 0) {
      LOG.log(Level.INFO, "All of {0} is sealed with the key {1}", table, walk.masterKey());
    }
  }

  private static List<SealedRow> rows(Connection connection, Due due, int most)
      throws SQLException {
    List<String> position = due.walk.position();
    List<SealedRow> rows = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(due.table.page(position.isEmpty()))) {
      int parameter = 1;
      for (String part : position) {
        select.setString(parameter++, part);
      }
      select.setInt(parameter, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(SealedRow.read(row, due.table));
        }
      }
    }
    return rows;
  }

  /** Whether the row was as it was read, and nobody is changing it. */
  private static boolean swap(
      Connection connection, String table, SealedRow row, @Nullable byte[][] anew)
      throws SQLException {
    Array key = connection.createArrayOf("text", row.key().toArray());
    Array was = connection.createArrayOf("bytea", row.sealed());
    Array becomes = connection.createArrayOf("bytea", anew);
    try (PreparedStatement swap = connection.prepareStatement(SWAP)) {
      swap.setString(1, table);
      swap.setArray(2, key);
      swap.setArray(3, was);
      swap.setArray(4, becomes);
      try (ResultSet done = swap.executeQuery()) {
        return done.next() && done.getBoolean(1);
      }
    }
  }

  private record Due(SealedTable table, SealWalk walk) {}
}
