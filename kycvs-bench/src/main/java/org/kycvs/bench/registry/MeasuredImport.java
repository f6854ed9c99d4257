package org.kycvs.bench.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.BenchProgress;
import org.kycvs.bench.people.PopulationFile;
import org.kycvs.registry.control.imports.ImportCounts;
import org.kycvs.registry.control.imports.ImportOutcome;
import org.kycvs.registry.control.imports.ImportOutcome.Imported;
import org.kycvs.registry.control.imports.ImportOutcome.Refused;
import org.kycvs.registry.control.imports.ImportProgress;
import org.kycvs.registry.control.imports.RegistryImport;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;

/** Imports a population's file as {@code kycvs import} does, timed. */
final class MeasuredImport {
  private final MasterKey key;
  private final Calendar calendar;
  private final BenchProgress progress;

  MeasuredImport(MasterKey key, Calendar calendar, BenchProgress progress) {
    this.key = key;
    this.calendar = calendar;
    this.progress = progress;
  }

  /**
   * Imports into an empty registry.
   *
   * @throws BenchFailedException if not all of the file is in the registry then
   */
  ImportMeasure run(Connection owner, Path file, long people, PopulationFile made)
      throws IOException, SQLException {
    ReadingTime reading = new ReadingTime();
    try (HeapWatch heap = new HeapWatch();
        InputStream csv = Files.newInputStream(file)) {
      ImportOutcome outcome = new RegistryImport(owner, key, calendar).run(csv, reading);
      double seconds = reading.watch.seconds();
      requireAll(outcome, people, made);
      return new ImportMeasure(reading.seconds, seconds - reading.seconds, heap.most());
    }
  }

  private static void requireAll(ImportOutcome outcome, long people, PopulationFile made) {
    if (outcome instanceof Refused refused) {
      throw new BenchFailedException(
          "the import refused %d rows, the first: %s"
              .formatted(
                  refused.refusals().count(), refused.refusals().rows().findFirst().orElseThrow()));
    }
    ImportCounts counts = ((Imported) outcome).counts();
    if (counts.rows() != made.rows()
        || counts.peopleAdded() != people
        || counts.dosesAdded() != made.doses()) {
      throw new BenchFailedException(
          "the import says %s of %d rows with %d people and %d doses"
              .formatted(counts, made.rows(), people, made.doses()));
    }
  }

  /** Remembers when the last row was read. */
  private final class ReadingTime implements ImportProgress {
    private final Stopwatch watch = new Stopwatch();
    private double seconds;

    @Override
    public void read(long rows) {
      seconds = watch.seconds();
      progress.tell("importing: %,d rows read".formatted(rows));
    }
  }
}
