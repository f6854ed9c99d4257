package org.kycvs.bench.people;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.kycvs.registry.entity.Dose;

/**
 * Writes a population as a registry file, with memory that does not grow with it: one row a dose,
 * or one for a person without. The rows of one person are scattered over the file.
 */
public final class PopulationFile {
  private static final String HEADER =
      "beneficiary_reference_id,name,birth_year,gender,mobile_number,"
          + "vaccine,dose,dose_date,vaccine_batch,center_id\n";

  /** All streets are visited so often, in another order each time; chance says which row when. */
  private static final int ROUNDS = 4;

  /** 2^64 divided by the golden ratio: spreads numbers that follow each other (Knuth, 6.4). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final int TOP_TWO_BITS = 62;

  private final Population population;
  private long rows;
  private long doses;

  /** Of these people. */
  public PopulationFile(Population population) {
    this.population = population;
  }

  /** Rows written so far, without the first line. */
  public long rows() {
    return rows;
  }

  /** Rows with a dose written so far. */
  public long doses() {
    return doses;
  }

  /**
   * Writes the file.
   *
   * @param progress is told now and then how many rows are written
   */
  public void write(Path file, LongConsumer progress) throws IOException {
    SplittableRandom random = new SplittableRandom(population.seed());
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(HEADER);
      for (int round = 0; round < ROUNDS; round++) {
        Scatter order = new Scatter(population.streets(), random);
        for (long place = 0; place < population.streets(); place++) {
          for (Household household : population.street(order.at(place))) {
            write(household, round, out);
          }
          progress.accept(rows);
        }
      }
    }
  }

  private void write(Household household, int round, Writer out) throws IOException {
    for (MadePerson person : household.people()) {
      for (int row = 0; row < person.rows(); row++) {
        if (round(person, row) == round) {
          out.write(row(household, person, row));
          rows++;
          doses += person.doses().isEmpty() ? 0 : 1;
        }
      }
    }
  }

  private static int round(MadePerson person, int row) {
    return (int) ((person.number() * ROUNDS + row) * SPREAD >>> TOP_TWO_BITS);
  }

  private static String row(Household household, MadePerson person, int row) {
    return person.reference()
        + ","
        + person.name().written()
        + ","
        + person.birthYear()
        + (person.birthYear() % 2 == 0 ? ",Female," : ",Male,")
        + household.mobile().e164()
        + (person.doses().isEmpty() ? ",,,,,\n" : dose(person.doses().get(row)));
  }

  private static String dose(Dose dose) {
    return ","
        + dose.product()
        + ","
        + dose.number()
        + ","
        + dose.givenOn()
        + ",B"
        + dose.givenOn().toEpochDay()
        + ",100001\n";
  }
}
