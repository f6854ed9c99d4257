package org.kycvs.bench.people;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * So many invented people in households of 1 to 6, the same for the same seed. None of them is kept
 * in memory: they live in streets of twenty, and each street is made again whenever it is visited.
 */
public final class Population {
  /** As many as there are different mobiles for. */
  public static final long MOST = 100_000_000;

  private static final int STREET = 20;
  private static final long FIRST_MOBILE = 9_800_000_000L;
  private static final long FIRST_FREE_MOBILE = 9_700_000_000L;

  /** In percent, for households of 1 to 6, as in the sample registry. */
  private static final Draw HOUSEHOLD = new Draw(54, 22, 8, 8, 5, 3);

  private final long people;
  private final long seed;
  private final long streetSeed;

  /**
   * Invented from the seed.
   *
   * @throws IllegalArgumentException if it is nobody, or more than {@link #MOST}
   */
  public Population(long people, long seed) {
    if (people < 1 || people > MOST) {
      throw new IllegalArgumentException(people + " people, but must be 1 to " + MOST);
    }
    this.people = people;
    this.seed = seed;
    this.streetSeed = new SplittableRandom(seed).nextLong();
  }

  /** How many people. */
  public long people() {
    return people;
  }

  long seed() {
    return seed;
  }

  long streets() {
    return (people + STREET - 1) / STREET;
  }

  /** The street's households, made anew. */
  List<Household> street(long street) {
    SplittableRandom random = new SplittableRandom(streetSeed + street);
    List<Household> households = new ArrayList<>();
    long first = street * STREET;
    long end = Math.min(first + STREET, people);
    for (long person = first; person < end; ) {
      int size = (int) Math.min(1L + HOUSEHOLD.next(random), end - person);
      MobileNumber mobile = mobile(FIRST_MOBILE, street * STREET + households.size());
      households.add(HouseholdDraw.draw(random, mobile, person, size));
      person += size;
    }
    return households;
  }

  /** A mobile that nobody has. */
  static MobileNumber freeMobile(SplittableRandom random) {
    return mobile(FIRST_FREE_MOBILE, random.nextLong(MOST));
  }

  private static MobileNumber mobile(long first, long number) {
    return MobileNumber.ofStored("+91" + (first + number));
  }
}
