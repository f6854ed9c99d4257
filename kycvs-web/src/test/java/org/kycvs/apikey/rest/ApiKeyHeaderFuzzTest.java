package org.kycvs.apikey.rest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Map;
import org.kycvs.shared.problem.ProblemException;

/** Whatever is in the headers is a key, or is refused. */
class ApiKeyHeaderFuzzTest {
  @FuzzTest
  void of_anyText_isAKeyOrRefused(@NotNull String text) {
    for (String name : new String[] {"Authorization", "x-api-key"}) {
      try {
        ApiKeyHeader.of(new HeadersForTests(Map.of(name, text))).mode();
      } catch (ProblemException e) {
        // It was refused.
      }
    }
  }
}
