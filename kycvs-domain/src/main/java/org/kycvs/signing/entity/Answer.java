package org.kycvs.signing.entity;

import java.time.Instant;
import java.util.List;

/**
 * The answer: a number, what it means, by which rule, and when the registry was read.
 *
 * @param status 0, 1 or 2
 * @param meaning the status in words, as the wire has it
 * @param rule the name of the status rule, such as {@code in-2026-1}
 * @param asOf when the registry was read
 */
public record Answer(int status, String meaning, String rule, Instant asOf) {
  private static final List<String> MEANINGS =
      List.of("not-vaccinated", "partially-vaccinated", "fully-vaccinated");

  /** Refuses a status that is not 0 to 2, or another status's meaning. */
  public Answer {
    if (status < 0 || status >= MEANINGS.size() || !MEANINGS.get(status).equals(meaning)) {
      throw new IllegalArgumentException("Not a status and its meaning");
    }
    if (rule.isBlank()) {
      throw new IllegalArgumentException("A rule has a name");
    }
  }
}
