package org.kycvs.registry.control.imports;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.kycvs.audit.boundary.ConnectionAuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.registry.control.PersonSeals;
import org.kycvs.registry.control.RegistryNotes;
import org.kycvs.registry.control.StatusRuleTable;
import org.kycvs.registry.control.changes.ChangeBook;
import org.kycvs.registry.control.changes.RegistryChange;
import org.kycvs.registry.control.changes.RegistryLock;
import org.kycvs.shared.actor.CommandLineActor;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;

/**
 * Takes a registry file in, all or nothing: in one transaction of its own, streaming, with memory
 * that does not grow with the file. Taking the same file in again changes nothing. What a file says
 * of a known person or dose replaces what was known, and the version before is kept; what it does
 * not mention stays.
 *
 * <p>Needs no container. The connection must be one to PostgreSQL, under the owner's role, with no
 * transaction begun.
 */
public final class RegistryImport {
  private static final String COUNTS =
      """
      UPDATE registry_change SET file_rows = ?, people_added = ?, people_changed = ?
       WHERE number = ?
      """;

  private final Connection connection;
  private final MasterKey key;
  private final Calendar calendar;

  /** Into the database of the connection, sealed with the installation's key. */
  public RegistryImport(Connection connection, MasterKey key, Calendar calendar) {
    this.connection = connection;
    this.key = key;
    this.calendar = calendar;
  }

  /**
   * Takes the file in.
   *
   * @throws IOException if the file cannot be read; nothing was imported
   * @throws SQLException if the database fails; nothing was imported
   */
  public ImportOutcome run(InputStream file, ImportProgress progress)
      throws IOException, SQLException {
    return run(file, MendedRows.NONE, progress);
  }

  /** As {@link #run(InputStream, ImportProgress)}, with rows in the place of the file's own. */
  public ImportOutcome run(InputStream file, MendedRows mended, ImportProgress progress)
      throws IOException, SQLException {
    return inTransaction(file, mended, progress, true);
  }

  /** As {@link #run}, with the same outcome, but leaves the registry as it was. */
  public ImportOutcome rehearse(InputStream file, MendedRows mended, ImportProgress progress)
      throws IOException, SQLException {
    return inTransaction(file, mended, progress, false);
  }

  private ImportOutcome inTransaction(
      InputStream file, MendedRows mended, ImportProgress progress, boolean keep)
      throws IOException, SQLException {
    connection.setAutoCommit(false);
    try {
      ImportOutcome outcome = stageAndMerge(new RegistryFile(file), mended, progress);
      if (keep && outcome instanceof ImportOutcome.Imported) {
        connection.commit();
      } else {
        connection.rollback();
      }
      connection.setAutoCommit(true);
      return outcome;
    } catch (IOException | SQLException | RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  /** What failed is told first; that a lost connection cannot roll back either, beside it. */
  private void rollBack(Exception failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private ImportOutcome stageAndMerge(RegistryFile file, MendedRows mended, ImportProgress progress)
      throws IOException, SQLException {
    progress.enter(ImportPhase.READING);
    Staging staging = new Staging(connection);
    Refusals refusals = new Refusals();
    RegistryCsv csv = new RegistryCsv(file.content(), mended);
    long rows = stage(csv, staging, refusals, progress);
    progress.read(rows);
    progress.enter(ImportPhase.CHECKING);
    staging.finish(refusals);
    if (refusals.count() > 0) {
      return new ImportOutcome.Refused(rows, refusals);
    }
    progress.enter(ImportPhase.MERGING);
    RegistryLock.take(connection);
    return merge(rows, file.digest());
  }

  private ImportOutcome merge(long rows, byte[] digest) throws SQLException {
    CommandLineActor actor = CommandLineActor.holding(key);
    RegistryChange change =
        new ChangeBook(connection, new RegistryNotes(key), calendar.clock())
            .enterImport(actor, digest);
    ImportCounts counts = new StagedChanges(connection).apply(change.number(), rows);
    record(change, counts);
    new ConnectionAuditLog(connection, calendar.clock())
        .record(
            actor,
            AuditAct.REGISTRY_IMPORTED,
            change.id(),
            Json.createObjectBuilder()
                .add("rows", counts.rows())
                .add("peopleAdded", counts.peopleAdded())
                .add("peopleChanged", counts.peopleChanged())
                .add("dosesAdded", counts.dosesAdded())
                .add("dosesChanged", counts.dosesChanged())
                .build());
    return new ImportOutcome.Imported(change.id(), counts);
  }

  private void record(RegistryChange change, ImportCounts counts) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(COUNTS)) {
      update.setLong(1, counts.rows());
      update.setLong(2, counts.peopleAdded());
      update.setLong(3, counts.peopleChanged());
      update.setLong(4, change.number());
      update.executeUpdate();
    }
  }

  private long stage(RegistryCsv csv, Staging staging, Refusals refusals, ImportProgress progress)
      throws IOException, SQLException {
    long rows = 0;
    try (RowSealing sealing = new RowSealing(csv, parser(), new PersonSeals(key));
        BinaryCopy copy = staging.begin()) {
      for (SealedRows sealed = sealing.next(); sealed != null; sealed = sealing.next()) {
        copy.write(sealed.rows());
        sealed.refused().forEach(refusals::add);
        rows += sealed.lines();
        progress.read(rows);
      }
      copy.finish();
    }
    csv.faults().forEach(refusals::add);
    return rows + csv.faults().size();
  }

  private RowParser parser() throws SQLException {
    Set<String> products = new HashSet<>();
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT code FROM vaccine_product")) {
      while (row.next()) {
        products.add(row.getString("code"));
      }
    }
    return new RowParser(
        StatusRuleTable.read(connection).inForceOn(calendar.today()).programmeStart(),
        calendar.today(),
        products);
  }
}
