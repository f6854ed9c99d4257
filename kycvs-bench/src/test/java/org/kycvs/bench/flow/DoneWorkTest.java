package org.kycvs.bench.flow;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.kycvs.bench.BenchFailedException;

class DoneWorkTest {
  private static final DoneWork BEFORE = new DoneWork(10, 20);

  @Test
  void requireSince_allDone_passes() {
    assertDoesNotThrow(() -> new DoneWork(110, 220).requireSince(BEFORE, 100));
    assertDoesNotThrow(() -> new DoneWork(110, 210).requireSince(BEFORE, 100));
  }

  @Test
  void requireSince_oneNotCompleted_fails() {
    assertThrows(
        BenchFailedException.class, () -> new DoneWork(109, 220).requireSince(BEFORE, 100));
  }

  @Test
  void requireSince_messagesLeftBehind_fails() {
    assertThrows(
        BenchFailedException.class, () -> new DoneWork(110, 209).requireSince(BEFORE, 100));
  }
}
