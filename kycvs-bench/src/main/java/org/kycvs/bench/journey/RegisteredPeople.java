package org.kycvs.bench.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.BenchInstallation;
import org.kycvs.bench.BenchProgress;
import org.kycvs.bench.people.Population;
import org.kycvs.bench.people.PopulationFile;
import org.kycvs.bench.people.Resident;
import org.kycvs.registry.control.imports.ImportOutcome;
import org.kycvs.registry.control.imports.ImportOutcome.Imported;
import org.kycvs.registry.control.imports.ImportProgress;
import org.kycvs.registry.control.imports.RegistryImport;
import org.kycvs.shared.time.Calendar;

/** Fills the registry with invented people, as {@code kycvs import} does. */
public final class RegisteredPeople {
  private RegisteredPeople() {}

  /**
   * Imports a population; one of each household comes back, to ask about.
   *
   * @throws BenchFailedException if not all of them are in the registry then
   */
  public static List<Resident> in(
      BenchInstallation installation,
      Connection owner,
      Calendar calendar,
      Population population,
      BenchProgress progress)
      throws IOException, SQLException {
    progress.tell("making and importing people");
    Path csv = installation.folder().resolve("people.csv");
    new PopulationFile(population).write(csv, rows -> {});
    try (InputStream file = Files.newInputStream(csv)) {
      ImportOutcome outcome =
          new RegistryImport(owner, installation.masterKey(), calendar)
              .run(file, ImportProgress.NONE);
      if (!(outcome instanceof Imported imported)
          || imported.counts().peopleAdded() != population.people()) {
        throw new BenchFailedException("the people were not imported: " + outcome);
      }
    }
    Files.delete(csv);
    try (Statement statement = owner.createStatement()) {
      statement.execute("VACUUM (ANALYZE)");
    }
    return Resident.oneOfEachHousehold(population);
  }
}
