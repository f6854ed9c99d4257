package org.kycvs.launcher.demodata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.registry.control.imports.ImportOutcome;
import org.kycvs.registry.control.imports.ImportProgress;
import org.kycvs.registry.control.imports.RegistryImport;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;

/** The invented people of {@code db/sample/sample-registry.csv}, for a registry without any. */
public final class SampleRegistry implements DemoData {
  private final Path file;
  private final Calendar calendar;

  /** In this file, imported as of the calendar's today. */
  public SampleRegistry(Path file, Calendar calendar) {
    this.file = file;
    this.calendar = calendar;
  }

  @Override
  public void add(Connection owner, MasterKey key, Demonstration demonstration)
      throws SQLException {
    try {
      demonstration.people(seedIfEmpty(owner, key));
    } catch (IOException e) {
      throw new CommandException(ExitCode.UNREACHABLE, "cannot read " + file);
    }
  }

  /**
   * Imports the sample people if the registry is empty; otherwise it changes nothing.
   *
   * @param owner a connection under the owner's role, with no transaction begun
   * @return whether they were imported
   * @throws IOException if the file cannot be read
   * @throws SQLException if the database fails
   * @throws IllegalStateException if the file has rows that cannot be imported
   */
  public boolean seedIfEmpty(Connection owner, MasterKey key) throws IOException, SQLException {
    if (hasPeople(owner)) {
      return false;
    }
    try (InputStream csv = Files.newInputStream(file)) {
      ImportOutcome outcome =
          new RegistryImport(owner, key, calendar).run(csv, ImportProgress.NONE);
      if (outcome instanceof ImportOutcome.Refused refused) {
        throw new IllegalStateException(
            "The sample registry has "
                + refused.refusals().count()
                + " rows that cannot be imported");
      }
      return true;
    }
  }

  private static boolean hasPeople(Connection owner) throws SQLException {
    try (Statement select = owner.createStatement();
        ResultSet row = select.executeQuery("SELECT EXISTS (SELECT FROM person)")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
