package org.kycvs.bench.registry;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.kycvs.bench.BenchDatabases;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.BenchProgress;
import org.kycvs.bench.people.Population;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;

/**
 * Makes people, imports them, looks them up, weighs them. One database is there at a time, so that
 * nothing that goes on in another one is measured.
 */
public final class RegistryBench {
  private final BenchDatabases databases;
  private final MasterKey key;
  private final Calendar calendar;
  private final BenchProgress progress;

  /** On these databases; the key is for this benchmark only. */
  public RegistryBench(
      BenchDatabases databases, MasterKey key, Calendar calendar, BenchProgress progress) {
    this.databases = databases;
    this.key = key;
    this.calendar = calendar;
    this.progress = progress;
  }

  /**
   * Measures what the plan says.
   *
   * @throws BenchFailedException if an import did not take in what it was given
   * @throws IOException if a file cannot be written or read
   * @throws SQLException if a database fails
   */
  public RegistryMeasure run(BenchPlan plan) throws IOException, SQLException {
    List<SizeMeasure> sizes = new ArrayList<>();
    for (long people : plan.sizes()) {
      BenchProgress ofSize = doing -> progress.tell("%,d people: %s".formatted(people, doing));
      sizes.add(
          new OneSize(databases, key, calendar, ofSize, new Population(people, plan.seed()))
              .run(plan));
    }
    return new RegistryMeasure(
        databases.description(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory(),
        plan,
        sizes);
  }
}
