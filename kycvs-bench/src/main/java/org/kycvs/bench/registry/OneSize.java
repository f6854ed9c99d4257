package org.kycvs.bench.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.kycvs.bench.BenchDatabase;
import org.kycvs.bench.BenchDatabases;
import org.kycvs.bench.BenchProgress;
import org.kycvs.bench.people.Population;
import org.kycvs.bench.people.PopulationFile;
import org.kycvs.bench.people.Questions;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;

/** The measurements with one number of people, in as many rounds as the plan says. */
final class OneSize {
  private final BenchDatabases databases;
  private final MasterKey key;
  private final Calendar calendar;
  private final BenchProgress progress;
  private final Population population;
  private final PopulationFile made;

  OneSize(
      BenchDatabases databases,
      MasterKey key,
      Calendar calendar,
      BenchProgress progress,
      Population population) {
    this.databases = databases;
    this.key = key;
    this.calendar = calendar;
    this.progress = progress;
    this.population = population;
    this.made = new PopulationFile(population);
  }

  /**
   * Medians of the import and the copy; look-ups and sizes as they were in the last round, or in
   * the first with a wrong answer.
   */
  SizeMeasure run(BenchPlan plan) throws IOException, SQLException {
    Path csv = databases.folder().resolve("people.csv");
    made.write(csv, rows -> progress.tell("making them, %,d rows".formatted(rows)));
    List<Round> rounds = new ArrayList<>();
    for (int number = 1; number <= plan.repeat(); number++) {
      rounds.add(round(csv, plan));
    }
    Files.delete(csv);
    Filled filled =
        rounds.stream()
            .map(Round::filled)
            .reduce((one, next) -> one.lookUps().wrong() > 0 ? one : next)
            .orElseThrow();
    return new SizeMeasure(
        population.people(),
        made.rows(),
        made.doses(),
        new ImportMeasure(
            Median.of(rounds, round -> round.imported().readSeconds()),
            Median.of(rounds, round -> round.imported().mergeSeconds()),
            Math.round(Median.of(rounds, round -> round.imported().heapBytes()))),
        Median.of(rounds, Round::copySeconds),
        filled.lookUps(),
        filled.person());
  }

  private Round round(Path csv, BenchPlan plan) throws IOException, SQLException {
    ImportMeasure imported;
    Filled filled;
    RawCopy rows;
    progress.tell("starting a database");
    try (BenchDatabase database = databases.fresh();
        Connection owner = database.owner()) {
      imported =
          new MeasuredImport(key, calendar, progress).run(owner, csv, population.people(), made);
      filled = filled(database, owner, plan);
      progress.tell("writing the rows out");
      rows = RawCopy.export(owner, databases.folder());
    }
    progress.tell("starting another database");
    try (BenchDatabase database = databases.fresh();
        Connection owner = database.owner()) {
      progress.tell("copying the rows in");
      double copySeconds = rows.into(owner);
      rows.delete();
      return new Round(imported, filled, copySeconds);
    }
  }

  private Filled filled(BenchDatabase database, Connection owner, BenchPlan plan)
      throws SQLException {
    progress.tell("vacuuming");
    RegistryTables tables = new RegistryTables(owner);
    tables.settle();
    try (Connection application = database.application()) {
      LookUpMeasure lookUps =
          new MeasuredLookUps(
                  application, key, calendar, new Questions(population, plan.seed()), progress)
              .run(plan.lookUps());
      return new Filled(lookUps, tables.size(RegistryTables.PERSON));
    }
  }

  private record Round(ImportMeasure imported, Filled filled, double copySeconds) {}

  private record Filled(LookUpMeasure lookUps, TableSize person) {}
}
