package org.kycvs.bench.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.entity.VaccinationStatus;
import org.kycvs.shared.mobile.MobileNumber;

class PopulationTest {
  private static final Population TOWN = new Population(10_007, 3);

  @Test
  void streets_togetherHaveEverybodyOnce() {
    assertEquals(
        LongStream.range(0, 10_007).boxed().toList(),
        people(TOWN).stream().map(MadePerson::number).toList());
  }

  @Test
  void street_visitedAgain_hasTheSamePeople() {
    assertEquals(TOWN.street(17), TOWN.street(17));
  }

  @Test
  void references_areFourteenDigitsAndUnique() {
    Set<Long> references =
        people(TOWN).stream().map(MadePerson::reference).collect(Collectors.toSet());
    assertEquals(10_007, references.size());
    assertTrue(references.stream().allMatch(reference -> Long.toString(reference).length() == 14));
  }

  @Test
  void households_haveOneToSixPeopleOnAMobileOfTheirOwn() {
    List<Household> households = households(TOWN);
    Set<Integer> sizes =
        households.stream().map(household -> household.people().size()).collect(Collectors.toSet());
    assertEquals(Set.of(1, 2, 3, 4, 5, 6), sizes);
    assertEquals(households.size(), households.stream().map(Household::mobile).distinct().count());
  }

  @Test
  void households_yearOfBirthTellsNamesakesApart() {
    for (Household household : households(TOWN)) {
      assertEquals(
          household.people().size(),
          household.people().stream().map(MadePerson::birthYear).distinct().count());
    }
    assertTrue(households(TOWN).stream().anyMatch(PopulationTest::hasNamesakes));
  }

  @Test
  void mobiles_areMobilesOfIndia_theLastToo() {
    households(TOWN).forEach(household -> assertIsMobile(household.mobile()));
    List<Household> last = new Population(Population.MOST, 1).street(4_999_999);
    last.forEach(household -> assertIsMobile(household.mobile()));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      assertIsMobile(Population.freeMobile(random));
    }
  }

  @Test
  void people_haveEveryStatusAndScript() {
    assertEquals(
        EnumSet.allOf(VaccinationStatus.class),
        people(TOWN).stream()
            .map(MadePerson::status)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(VaccinationStatus.class))));
    assertEquals(
        EnumSet.allOf(Script.class),
        people(TOWN).stream()
            .map(person -> person.name().script())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Script.class))));
  }

  @Test
  void people_noneOrTooMany_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Population(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Population(Population.MOST + 1, 1));
  }

  @Test
  void scatter_visitsEachNumberOnce() {
    for (long size : List.of(1L, 2L, 12L, 501L)) {
      Scatter scatter = new Scatter(size, new SplittableRandom(size));
      assertEquals(size, LongStream.range(0, size).map(scatter::at).distinct().count());
    }
  }

  private static boolean hasNamesakes(Household household) {
    return household.people().stream().anyMatch(person -> !household.hasOne(person.name()));
  }

  private static void assertIsMobile(MobileNumber mobile) {
    assertEquals(mobile, MobileNumber.parse(mobile.e164()));
  }

  private static List<Household> households(Population population) {
    return LongStream.range(0, population.streets())
        .boxed()
        .flatMap(street -> population.street(street).stream())
        .toList();
  }

  private static List<MadePerson> people(Population population) {
    return households(population).stream()
        .flatMap(household -> household.people().stream())
        .toList();
  }
}
