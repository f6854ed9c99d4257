package org.kycvs.shared.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Optional;

/** Whatever is given as an address range is one, which its own text gives again, or is none. */
class AddressRangeFuzzTest {
  @FuzzTest
  void parse_anyText_isARangeOrNone(@NotNull String text) {
    Optional<AddressRange> range = AddressRange.parse(text);
    range.ifPresent(one -> assertEquals(range, AddressRange.parse(one.toString())));
  }
}
