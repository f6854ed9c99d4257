package org.kycvs.client.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kycvs.client.conformance.BrokenChecker.Fault;

/** The kit finds each fault that a checker may have, by a vector of its own. */
class BrokenCheckersTest {
  private final ConformanceKit kit = ConformanceKit.standard();

  @Test
  void run_checkerWithoutFault_meetsAll() {
    assertEquals(Set.of(), missed(Fault.NONE, true));
  }

  /** Also when only the verdict counts, as of a checker that tells no reasons. */
  @Test
  void run_eachBrokenChecker_isFoundByAVectorOfItsOwn() {
    Map<Fault, Set<String>> missed = new EnumMap<>(Fault.class);
    for (Fault fault : Fault.values()) {
      if (fault != Fault.NONE) {
        missed.put(fault, missed(fault, false));
      }
    }
    missed.forEach(
        (fault, vectors) -> {
          Set<String> own = new TreeSet<>(vectors);
          missed.forEach(
              (other, others) -> {
                if (other != fault && other != Fault.LOOKS_AT_NO_SIGNATURE) {
                  own.removeAll(others);
                }
              });
          assertTrue(!own.isEmpty(), fault + " is found by " + vectors + ", as others are");
        });
    assertEquals(21, missed.size());
  }

  private Set<String> missed(Fault fault, boolean reasonsToo) {
    List<ConformanceKit.Finding> findings = kit.run(new BrokenChecker(fault), reasonsToo);
    return findings.stream()
        .filter(finding -> !finding.met())
        .map(finding -> finding.vector().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
