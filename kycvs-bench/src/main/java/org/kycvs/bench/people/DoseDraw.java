package org.kycvs.bench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.kycvs.registry.entity.Dose;

/**
 * Draws somebody's doses, in about the proportions of the sample registry: none, one, two or three;
 * mostly one vaccine at proper intervals, some too early, some of another vaccine.
 */
final class DoseDraw {
  private static final Draw DOSES = new Draw(12, 22, 53, 13);
  private static final List<String> VACCINES =
      List.of(
          "COVISHIELD",
          "COVAXIN",
          "CORBEVAX",
          "SPUTNIK V",
          "COVOVAX",
          "SPIKEVAX",
          "VAXZEVRIA",
          "ZYCOV-D",
          "COMIRNATY",
          "JANSSEN",
          "SPUTNIK LIGHT");
  private static final Draw VACCINE = new Draw(65, 18, 6, 3, 2, 1, 1, 1, 1, 1, 1);
  private static final LocalDate BEGIN = LocalDate.of(2021, 1, 16);
  private static final int DAYS = 500;
  private static final int EARLY_PERCENT = 8;
  private static final int OTHER_PERCENT = 3;
  private static final int PERCENT = 100;
  private static final int AROUND_THE_SHORTEST = 31;
  private static final int PROPER_FROM = 28;
  private static final int PROPER_TO = 200;

  private DoseDraw() {}

  static List<Dose> draw(SplittableRandom random) {
    int count = DOSES.next(random);
    List<Dose> doses = new ArrayList<>(count);
    String vaccine = VACCINES.get(VACCINE.next(random));
    LocalDate day = BEGIN.plusDays(random.nextInt(DAYS));
    for (int number = 1; number <= count; number++) {
      doses.add(Dose.given(number, vaccine, day));
      day = day.plusDays(gap(random));
      if (random.nextInt(PERCENT) < OTHER_PERCENT) {
        vaccine = VACCINES.get(VACCINE.next(random));
      }
    }
    return List.copyOf(doses);
  }

  private static int gap(SplittableRandom random) {
    return random.nextInt(PERCENT) < EARLY_PERCENT
        ? random.nextInt(AROUND_THE_SHORTEST)
        : random.nextInt(PROPER_FROM, PROPER_TO);
  }
}
