package org.kycvs.launcher.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportMeterTest {
  private final Watch watch = new Watch();
  private final List<String> shown = new ArrayList<>();
  private final ImportMeter meter = new ImportMeter(watch, shown::add);

  @Test
  void read_fiveTimesASecond_isShownWithTheRate() {
    watch.now = watch.now.plusMillis(199);
    meter.read(1_000);
    watch.now = watch.now.plusMillis(1);
    meter.read(2_000);
    meter.read(3_000);
    assertEquals(List.of("2,000 rows read, 10,000 rows/s"), shown);
  }

  @Test
  void stop_afterTwoSeconds_takesTheLineAwayAndKeepsTheRate() {
    meter.read(5_000);
    watch.now = watch.now.plus(Duration.ofSeconds(2));
    meter.stop();
    watch.now = watch.now.plus(Duration.ofSeconds(2));
    assertEquals(List.of(""), shown);
    assertEquals(2_500, meter.rowsPerSecond());
    assertEquals(2.0, meter.seconds());
  }

  /** Goes only when told. */
  private static final class Watch extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
