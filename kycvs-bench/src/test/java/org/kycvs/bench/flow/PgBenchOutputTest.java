package org.kycvs.bench.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.kycvs.bench.BenchFailedException;

class PgBenchOutputTest {
  private static final String TEXT =
      """
      pgbench (15.18 (Debian 15.18-0+deb12u1), server 18.6)
      transaction type: /tmp/verification.pgbench.sql
      scaling factor: 1
      query mode: prepared
      number of clients: 8
      number of threads: 2
      maximum number of tries: 1
      duration: 60 s
      number of transactions actually processed: 12345
      number of failed transactions: 0 (0.000%)
      latency average = 38.876 ms
      initial connection time = 31.907 ms
      tps = 205.780512 (without initial connection time)
      """;

  @Test
  void parse_itsEnd_isRead() {
    assertEquals(new PgBenchOutput(12_345, 205.780512, 38.876), PgBenchOutput.parse(TEXT));
  }

  @Test
  void parse_failedTransactions_fail() {
    BenchFailedException failed =
        assertThrows(
            BenchFailedException.class,
            () ->
                PgBenchOutput.parse(
                    TEXT.replace("failed transactions: 0", "failed transactions: 3")));
    assertTrue(failed.toString().contains("3 transactions failed"), failed::toString);
  }

  @Test
  void parse_withoutFailedTransactions_isThatOfVersion14() {
    String older = TEXT.replaceAll("(?m)^(number of failed|maximum).*\n", "");
    assertEquals(12_345, PgBenchOutput.parse(older).transactions());
  }

  @Test
  void parse_somethingElse_failsWithItsLastLine() {
    BenchFailedException failed =
        assertThrows(
            BenchFailedException.class,
            () -> PgBenchOutput.parse("pgbench: error: no\nconnection refused\n"));
    assertTrue(failed.toString().endsWith("connection refused"), failed::toString);
  }
}
