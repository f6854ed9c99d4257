package org.kycvs.bench.people;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.kycvs.registry.entity.PersonQuery;

/**
 * Asks about people of a population, each as likely as another: most by the name as registered,
 * some in capitals, with the family name first or with the year of birth; some on a mobile that
 * nobody has, or by the name of somebody else.
 */
public final class Questions {
  private static final int AS_REGISTERED = 0;
  private static final int IN_CAPITALS = 1;
  private static final int FAMILY_FIRST = 2;
  private static final int WITH_YEAR = 3;
  private static final int UNKNOWN_MOBILE = 4;

  /** In percent; the last is the name of somebody else. */
  private static final Draw KIND = new Draw(60, 10, 10, 5, 10, 5);

  private final Population population;
  private final SplittableRandom random;

  /** The same for the same population and seed. */
  public Questions(Population population, long seed) {
    this.population = population;
    this.random = new SplittableRandom(~seed);
  }

  /** The next question. */
  public Question next() {
    List<Household> street = population.street(random.nextLong(population.streets()));
    int people = street.stream().mapToInt(household -> household.people().size()).sum();
    int place = random.nextInt(people);
    for (Household household : street) {
      if (place < household.people().size()) {
        return about(household.people().get(place), household);
      }
      place -= household.people().size();
    }
    throw new IllegalStateException("Nobody lives at " + place);
  }

  private Question about(MadePerson person, Household household) {
    MadeName name = person.name();
    return switch (KIND.next(random)) {
      case AS_REGISTERED -> byName(name.written(), person, household);
      case IN_CAPITALS -> byName(name.written().toUpperCase(Locale.ROOT), person, household);
      case FAMILY_FIRST -> byName(name.familyFirst(), person, household);
      case WITH_YEAR -> withYear(person, household);
      case UNKNOWN_MOBILE ->
          new Question(
              PersonQuery.of(Population.freeMobile(random), name.written()), Question.NO_MATCH);
      default -> bySomebodyElsesName(name, household);
    };
  }

  private static Question byName(String typed, MadePerson person, Household household) {
    return new Question(
        PersonQuery.of(household.mobile(), typed),
        household.hasOne(person.name()) ? found(person) : Question.AMBIGUOUS);
  }

  private static Question withYear(MadePerson person, Household household) {
    return new Question(
        PersonQuery.of(household.mobile(), person.name().written()).bornIn(person.birthYear()),
        found(person));
  }

  private Question bySomebodyElsesName(MadeName name, Household household) {
    int given = random.nextInt(NameList.GIVEN.size());
    while (!household.hasNobody(given)) {
      given = random.nextInt(NameList.GIVEN.size());
    }
    MadeName other = new MadeName(given, name.family(), name.script());
    return new Question(PersonQuery.of(household.mobile(), other.written()), Question.NO_MATCH);
  }

  private static String found(MadePerson person) {
    return Question.found(person.status(), Long.toString(person.reference()));
  }
}
