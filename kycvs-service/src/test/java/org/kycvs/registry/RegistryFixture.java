package org.kycvs.registry;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.kycvs.registry.control.changes.ChangeUndo;
import org.kycvs.registry.control.imports.ImportOutcome;
import org.kycvs.registry.control.imports.ImportOutcome.Imported;
import org.kycvs.registry.control.imports.ImportProgress;
import org.kycvs.registry.control.imports.MendedRows;
import org.kycvs.registry.control.imports.RegistryImport;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.shared.actor.CommandLineActor;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;
import org.kycvs.testing.TestDatabase;

/** A registry in a database of its own, on one day, and the files to fill it with. */
public final class RegistryFixture implements AutoCloseable {
  public static final String HEADER =
      "beneficiary_reference_id,name,birth_year,gender,mobile_number,"
          + "vaccine,dose,dose_date,vaccine_batch,center_id\n";
  public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  public static final MasterKey KEY =
      MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Path SAMPLES = Path.of("..", "db", "sample");

  public final TestDatabase database = TestDatabase.fresh();
  public final Calendar calendar =
      new Calendar(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Kolkata"));

  /** A sample file of the project. */
  public static InputStream sample(String name) {
    try {
      return Files.newInputStream(SAMPLES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Imported importSample() {
    return assertInstanceOf(Imported.class, run(sample("sample-registry.csv")));
  }

  /** Imports rows under the usual header. */
  public ImportOutcome importRows(String... rows) {
    return importText(file(rows));
  }

  /** A file of rows under the usual header. */
  public static String file(String... rows) {
    return HEADER + String.join("\n", rows) + "\n";
  }

  public ChangeOutcome undo(ImportOutcome imported) {
    return undo(assertInstanceOf(Imported.class, imported).id());
  }

  public ChangeOutcome undo(String id) {
    try (Connection owner = database.owner().getConnection()) {
      return new ChangeUndo(owner, calendar.clock()).undo(CommandLineActor.holding(KEY), id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public ImportOutcome importText(String text) {
    return run(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  public ImportOutcome run(InputStream file) {
    try (Connection owner = database.owner().getConnection()) {
      return new RegistryImport(owner, KEY, calendar).run(file, ImportProgress.NONE);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public ImportOutcome rehearse(InputStream file) {
    try (Connection owner = database.owner().getConnection()) {
      return new RegistryImport(owner, KEY, calendar)
          .rehearse(file, MendedRows.NONE, ImportProgress.NONE);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void execute(String sql) {
    try (Connection owner = database.owner().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The records and their earlier versions as they are, each as one text, in order. */
  public List<String> content() {
    List<String> rows = lines("SELECT p::text FROM person p ORDER BY reference");
    rows.addAll(lines("SELECT v::text FROM person_version v ORDER BY reference, change"));
    return rows;
  }

  /** The first column of each row. */
  public List<String> lines(String sql) {
    List<String> lines = new ArrayList<>();
    try (Connection owner = database.owner().getConnection();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
