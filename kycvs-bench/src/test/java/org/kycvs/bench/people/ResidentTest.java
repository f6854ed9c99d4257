package org.kycvs.bench.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ResidentTest {
  private static final Population POPULATION = new Population(3_000, 5);
  private static final List<Resident> RESIDENTS = Resident.oneOfEachHousehold(POPULATION);

  @Test
  void oneOfEachHousehold_noTwoHaveAMobile() {
    long mobiles = RESIDENTS.stream().map(resident -> resident.mobile().e164()).distinct().count();
    assertEquals(RESIDENTS.size(), mobiles);
    assertTrue(RESIDENTS.size() > 1_200, () -> "only " + RESIDENTS.size());
  }

  @Test
  void oneOfEachHousehold_sameSeed_isTheSame() {
    assertEquals(RESIDENTS, Resident.oneOfEachHousehold(new Population(3_000, 5)));
  }

  @Test
  void strangersName_isOfNobodyOnTheMobile() {
    for (Resident resident : RESIDENTS) {
      assertNotEquals(resident.name(), resident.strangersName());
    }
  }

  @Test
  void status_isAnyOfTheThree() {
    assertEquals(
        Set.of(0, 1, 2), RESIDENTS.stream().map(Resident::status).collect(Collectors.toSet()));
  }
}
