package org.kycvs.shared.mobile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

/** Whatever is given as a mobile is one, or is refused as one. */
class MobileNumberFuzzTest {
  @FuzzTest
  void parse_anyText_isAMobileOrRefused(@NotNull String text) {
    try {
      assertTrue(MobileNumber.parse(text).e164().matches("[+][1-9][0-9]{6,14}"));
    } catch (MobileNumberException e) {
      // It was refused.
    }
  }
}
