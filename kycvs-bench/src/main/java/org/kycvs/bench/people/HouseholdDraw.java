package org.kycvs.bench.people;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * Draws a household: mostly one family name, given names that differ, and now and then two of the
 * same name, whom only the year of birth tells apart.
 */
final class HouseholdDraw {
  private static final int PERCENT = 100;
  private static final int OWN_FAMILY_NAME_PERCENT = 15;
  private static final int OWN_SCRIPT_PERCENT = 30;
  private static final int NAMESAKE_PERCENT = 2;
  private static final int BORN_FROM = 1936;
  private static final int BORN_BEFORE = 2016;

  /** References look random, as those of a country do: no two are the same below 10^8 people. */
  private static final long FIRST_REFERENCE = 10_000_000_000_000L;

  private static final long REFERENCES = 90_000_000_000_000L;
  private static final long STRIDE = 50_000_000_021L;

  private final SplittableRandom random;
  private final List<MadePerson> people = new ArrayList<>();

  private HouseholdDraw(SplittableRandom random) {
    this.random = random;
  }

  /** So many people, counted on from the first one's number. */
  static Household draw(SplittableRandom random, MobileNumber mobile, long first, int size) {
    HouseholdDraw draw = new HouseholdDraw(random);
    int family = random.nextInt(NameList.FAMILY.size());
    Script script = draw.script();
    for (long number = first; number < first + size; number++) {
      MadeName name = draw.name(family, script);
      draw.people.add(
          new MadePerson(number, reference(number), name, draw.birthYear(), DoseDraw.draw(random)));
    }
    return new Household(mobile, List.copyOf(draw.people));
  }

  private static long reference(long number) {
    return FIRST_REFERENCE + number * STRIDE % REFERENCES;
  }

  private MadeName name(int family, Script script) {
    if (!people.isEmpty() && chance(NAMESAKE_PERCENT)) {
      return people.get(0).name();
    }
    return new MadeName(
        newGivenName(),
        chance(OWN_FAMILY_NAME_PERCENT) ? random.nextInt(NameList.FAMILY.size()) : family,
        chance(OWN_SCRIPT_PERCENT) ? script() : script);
  }

  private int newGivenName() {
    int given = random.nextInt(NameList.GIVEN.size());
    return isTaken(given) ? newGivenName() : given;
  }

  private boolean isTaken(int given) {
    return people.stream().anyMatch(person -> person.name().given() == given);
  }

  private int birthYear() {
    int year = random.nextInt(BORN_FROM, BORN_BEFORE);
    return people.stream().anyMatch(person -> person.birthYear() == year) ? birthYear() : year;
  }

  private Script script() {
    return Script.values()[random.nextInt(Script.values().length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(PERCENT) < percent;
  }
}
