package org.kycvs.client.conformance;

import java.io.IOException;

/** Anybody's checker of statements. */
@FunctionalInterface
public interface CheckerUnderTest {

  /**
   * Checks one statement.
   *
   * @param vector what to check; the checker does not look at its verdict
   * @param published what the issuer publishes: keys, metadata, status lists
   * @throws IOException if the checker gives no verdict; the message says why
   */
  Verdict check(TestVector vector, Published published) throws IOException;
}
