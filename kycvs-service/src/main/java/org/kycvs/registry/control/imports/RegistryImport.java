package org.kycvs.registry.control.imports;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.kycvs.audit.boundary.ConnectionAuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.registry.control.PersonSeals;
import org.kycvs.registry.control.StatusRuleTable;
import org.kycvs.shared.actor.SystemActor;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.time.Calendar;

/**
 * Takes a registry file in, all or nothing: in one transaction of its own, streaming, with memory
 * that does not grow with the file. Taking the same file in again changes nothing. What a file says
 * of a known person or dose replaces what was known; what it does not mention stays.
 *
 * <p>Needs no container. The connection must be one to PostgreSQL, under the owner's role, with no
 * transaction begun.
 */
public final class RegistryImport {
  private static final int TOLD_EVERY = 1_000;

  private final Connection connection;
  private final PersonSeals seals;
  private final Calendar calendar;

  /** Into the database of the connection, sealed with the installation's key. */
  public RegistryImport(Connection connection, MasterKey key, Calendar calendar) {
    this.connection = connection;
    this.seals = new PersonSeals(key);
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
    return inTransaction(file, progress, true);
  }

  /** As {@link #run}, with the same outcome, but leaves the registry as it was. */
  public ImportOutcome rehearse(InputStream file, ImportProgress progress)
      throws IOException, SQLException {
    return inTransaction(file, progress, false);
  }

  private ImportOutcome inTransaction(InputStream file, ImportProgress progress, boolean keep)
      throws IOException, SQLException {
    connection.setAutoCommit(false);
    try {
      ImportOutcome outcome = stageAndMerge(file, progress);
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

  private ImportOutcome stageAndMerge(InputStream file, ImportProgress progress)
      throws IOException, SQLException {
    Staging staging = new Staging(connection, seals);
    Refusals refusals = new Refusals();
    long rows = stage(new RegistryCsv(file, parser()), staging, refusals, progress);
    progress.read(rows);
    staging.finish(refusals);
    if (refusals.count() > 0) {
      return new ImportOutcome.Refused(rows, refusals.count(), refusals.first());
    }
    ImportCounts counts = new RegistryMerge(connection, calendar.clock().instant()).run(rows);
    record(counts);
    return new ImportOutcome.Imported(counts);
  }

  private void record(ImportCounts counts) throws SQLException {
    new ConnectionAuditLog(connection, calendar.clock())
        .record(
            SystemActor.COMMAND_LINE,
            AuditAct.REGISTRY_IMPORTED,
            "imp_" + RandomText.id(),
            Json.createObjectBuilder()
                .add("rows", counts.rows())
                .add("peopleAdded", counts.peopleAdded())
                .add("peopleChanged", counts.peopleChanged())
                .add("dosesAdded", counts.dosesAdded())
                .add("dosesChanged", counts.dosesChanged())
                .build());
  }

  private long stage(RegistryCsv csv, Staging staging, Refusals refusals, ImportProgress progress)
      throws IOException, SQLException {
    long rows = 0;
    try (BinaryCopy copy = staging.begin()) {
      for (ParsedRow row = csv.next(); row != null; row = csv.next()) {
        if (row instanceof RegistryRow good) {
          staging.add(good, copy);
        } else if (row instanceof RefusedRow bad) {
          refusals.add(bad);
        }
        rows++;
        if (rows % TOLD_EVERY == 0) {
          progress.read(rows);
        }
      }
      copy.finish();
    }
    return rows;
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
