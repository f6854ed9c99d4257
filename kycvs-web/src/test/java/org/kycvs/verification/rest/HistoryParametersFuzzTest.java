package org.kycvs.verification.rest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.lang.reflect.Field;
import org.kycvs.webshared.problem.InvalidInputException;

/** Whatever a list is asked with is understood, or refused as the caller's mistake. */
class HistoryParametersFuzzTest {
  @FuzzTest
  void wanted_anyText_isUnderstoodOrRefused(@NotNull String text)
      throws ReflectiveOperationException {
    for (Field field : HistoryParameters.class.getDeclaredFields()) {
      if (field.getType() == String.class) {
        HistoryParameters parameters = new HistoryParameters();
        field.setAccessible(true);
        field.set(parameters, text);
        try {
          parameters.wanted();
        } catch (InvalidInputException e) {
          // It was refused.
        }
      }
    }
  }
}
