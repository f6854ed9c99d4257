package org.kycvs.launcher.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kycvs.registry.entity.ChangeKind;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.RecordVersion;

/** What the source said of doses that operators corrected, found by walking a record's versions. */
final class Corrections {
  private final Map<String, Map<Integer, Dose>> sources = new HashMap<>();

  /**
   * Of these versions.
   *
   * @param versions from the latest to the first
   */
  Corrections(List<RecordVersion> versions) {
    Map<Integer, Dose> known = Map.of();
    Map<Integer, Dose> corrected = Map.of();
    for (int i = versions.size() - 1; i >= 0; i--) {
      RecordVersion version = versions.get(i);
      corrected = corrected(version, known, corrected);
      sources.put(version.change(), corrected);
      known = byNumber(version.doses());
    }
  }

  /** The dose as the source had it, if this version has it otherwise. */
  Optional<Dose> source(RecordVersion version, Dose dose) {
    return Optional.ofNullable(sources.get(version.change()))
        .map(corrected -> corrected.get(dose.number()));
  }

  private static Map<Integer, Dose> corrected(
      RecordVersion version, Map<Integer, Dose> before, Map<Integer, Dose> correctedBefore) {
    Map<Integer, Dose> corrected = new HashMap<>(correctedBefore);
    for (Dose dose : version.doses()) {
      Dose known = before.get(dose.number());
      if (known == null || saysSame(known, dose)) {
        continue;
      }
      corrected.putIfAbsent(dose.number(), known);
      if (!isCorrection(version) || saysSame(corrected.get(dose.number()), dose)) {
        corrected.remove(dose.number());
      }
    }
    return corrected;
  }

  private static boolean isCorrection(RecordVersion version) {
    return version.kind().equals(ChangeKind.CORRECTION.onRecord());
  }

  private static boolean saysSame(Dose one, Dose other) {
    return one.product().equals(other.product()) && one.givenOn().equals(other.givenOn());
  }

  private static Map<Integer, Dose> byNumber(List<Dose> doses) {
    Map<Integer, Dose> byNumber = new HashMap<>();
    doses.forEach(dose -> byNumber.put(dose.number(), dose));
    return byNumber;
  }
}
