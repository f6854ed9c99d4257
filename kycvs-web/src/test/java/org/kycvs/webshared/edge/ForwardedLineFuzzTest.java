package org.kycvs.webshared.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.List;
import org.kycvs.shared.address.AddressRange;

/**
 * Whatever a caller wrote into the line: it is read, and cannot change the hop that our own proxy
 * adds at its end, unless the whole line is not to be relied on.
 */
class ForwardedLineFuzzTest {
  private static final String OURS = "192.0.2.1";

  @FuzzTest
  void standard_anyText_leavesTheLastHopAlone(@NotNull String text) {
    assertFalse(ForwardedLine.standard(text).isEmpty());
    List<ForwardedHop> hops = ForwardedLine.standard(text + ", for=" + OURS + ";proto=https");
    if (!hops.equals(List.of(ForwardedHop.UNKNOWN))) {
      assertOurs(hops.get(hops.size() - 1), true);
    }
  }

  @FuzzTest
  void common_anyText_leavesTheLastHopAlone(@NotNull String text) {
    assertFalse(ForwardedLine.common(text).isEmpty());
    List<ForwardedHop> hops = ForwardedLine.common(text + ", " + OURS);
    assertOurs(hops.get(hops.size() - 1), false);
  }

  private static void assertOurs(ForwardedHop hop, boolean secure) {
    assertEquals(new ForwardedHop(AddressRange.literal(OURS), secure), hop);
  }
}
