package org.kycvs.shared.settings;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** Whatever is set is used, or refused in a line that names it. */
class SettingsFuzzTest {
  private static final String NAME = "kycvs.fuzzed";

  @FuzzTest
  void read_anyValue_isUsedOrRefusedByName(@NotNull String value) {
    Settings settings = Settings.of(name -> Optional.of(value));
    assertUsedOrRefused(() -> settings.number(NAME, 1, 0, 9));
    assertUsedOrRefused(
        () ->
            settings.duration(
                NAME, Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofDays(1)));
    assertUsedOrRefused(() -> settings.zone(NAME, ZoneOffset.UTC));
    assertUsedOrRefused(() -> ZoneId.of(settings.zone(NAME, ZoneOffset.UTC).getId()));
  }

  private static void assertUsedOrRefused(Supplier<Object> read) {
    try {
      assertNotNull(read.get());
    } catch (SettingException e) {
      assertTrue(String.valueOf(e.getMessage()).contains(NAME));
    }
  }
}
