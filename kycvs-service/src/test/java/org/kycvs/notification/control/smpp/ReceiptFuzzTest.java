package org.kycvs.notification.control.smpp;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Optional;
import java.util.OptionalInt;
import org.kycvs.notification.entity.SmppForm.MessageIds;

/** Any text is read as a receipt, soon, and what is found in it fits where it is kept. */
class ReceiptFuzzTest {
  private static final int LONGEST_ID = 65;
  private static final int LONGEST_ERROR = 40;

  @FuzzTest
  void of_anyText_isRead(@NotNull String text) {
    assertTimeout(
        ofSeconds(5),
        () -> {
          Receipt receipt = Receipt.of(Optional.empty(), OptionalInt.empty(), text);
          receipt
              .messageId()
              .ifPresent(
                  id -> {
                    assertTrue(!id.isEmpty() && id.length() <= LONGEST_ID);
                    for (MessageIds kind : MessageIds.values()) {
                      assertTrue(!new ReceiptIds(kind).ofReport(id).isEmpty());
                    }
                  });
          receipt
              .report()
              .flatMap(report -> report.error())
              .ifPresent(error -> assertTrue(error.length() <= LONGEST_ERROR));
        });
  }
}
