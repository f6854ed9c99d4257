package org.kycvs.bench.people;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * Somebody of a population whom a verifier can ask about.
 *
 * @param mobile the mobile, shared perhaps with others
 * @param name the name as registered, which nobody else on this mobile has
 * @param strangersName a name that nobody on this mobile has
 * @param status what the registry must say, by the rule written down once more for benchmarks
 */
public record Resident(MobileNumber mobile, String name, String strangersName, int status) {

  /** One of each household: everybody here has another mobile. In the order of the streets. */
  public static List<Resident> oneOfEachHousehold(Population population) {
    SplittableRandom random = new SplittableRandom(population.seed());
    List<Resident> residents = new ArrayList<>();
    for (long street = 0; street < population.streets(); street++) {
      for (Household household : population.street(street)) {
        household.people().stream()
            .filter(person -> household.hasOne(person.name()))
            .findFirst()
            .ifPresent(person -> residents.add(of(person, household, random)));
      }
    }
    return residents;
  }

  /** A mobile that nobody of any population has. */
  public static MobileNumber unregisteredMobile(SplittableRandom random) {
    return Population.freeMobile(random);
  }

  private static Resident of(MadePerson person, Household household, SplittableRandom random) {
    MadeName name = person.name();
    int given = random.nextInt(NameList.GIVEN.size());
    while (!household.hasNobody(given)) {
      given = random.nextInt(NameList.GIVEN.size());
    }
    return new Resident(
        household.mobile(),
        name.written(),
        new MadeName(given, name.family(), name.script()).written(),
        person.status().value());
  }
}
