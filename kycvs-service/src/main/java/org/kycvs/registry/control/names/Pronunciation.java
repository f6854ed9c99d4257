package org.kycvs.registry.control.names;

import static org.kycvs.registry.control.names.Sounds.EVERY;
import static org.kycvs.registry.control.names.Sounds.isOptional;

import java.util.Arrays;

/**
 * How a word may be spoken: a row of places, each a set of {@link Sounds}, some of which may be
 * left out. A script that does not write a difference leaves it open, and so cannot deny it.
 */
final class Pronunciation {
  private final int[] places;
  private final int fewest;
  private final int beginning;

  Pronunciation(int[] places) {
    this.places = places.clone();
    this.fewest = (int) Arrays.stream(places).filter(place -> !isOptional(place)).count();
    this.beginning = beginning(places);
  }

  /** All sounds that it can begin with. */
  int beginning() {
    return beginning;
  }

  private static int beginning(int[] places) {
    int sounds = 0;
    for (int place : places) {
      sounds |= place & EVERY;
      if (!isOptional(place)) {
        return sounds;
      }
    }
    return EVERY;
  }

  /** Whether the two have a way of speaking in common. The work is the product of the lengths. */
  boolean fits(Pronunciation other) {
    if (fewest > other.places.length
        || other.fewest > places.length
        || (beginning & other.beginning) == 0) {
      return false;
    }
    boolean[] reached = reachedWithNothingOf(other);
    for (int place : places) {
      reached = other.after(place, reached);
      if (reached == null) {
        return false;
      }
    }
    return reached[other.places.length];
  }

  /**
   * Whether this, an initial, is how the other begins. An initial without sounds begins nothing.
   */
  boolean begins(Pronunciation other) {
    boolean[] reached = reachedWithNothingOf(other);
    for (int place : places) {
      reached = other.after(place, reached);
      if (reached == null) {
        return false;
      }
    }
    return fewest > 0;
  }

  private static boolean[] reachedWithNothingOf(Pronunciation other) {
    boolean[] reached = new boolean[other.places.length + 1];
    reached[0] = true;
    other.passOptional(reached);
    return reached;
  }

  /** Which lengths of this can have been spoken after one more place of the other; null if none. */
  private boolean @org.jspecify.annotations.Nullable [] after(int place, boolean[] before) {
    boolean[] now = isOptional(place) ? before.clone() : new boolean[before.length];
    for (int i = 0; i < places.length; i++) {
      now[i + 1] |= before[i] && (place & places[i] & EVERY) != 0;
    }
    passOptional(now);
    for (boolean any : now) {
      if (any) {
        return now;
      }
    }
    return null;
  }

  private void passOptional(boolean[] reached) {
    for (int i = 0; i < places.length; i++) {
      reached[i + 1] |= reached[i] && isOptional(places[i]);
    }
  }
}
