package org.kycvs.bench.flow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kycvs.bench.BenchFailedException;

/**
 * What pgbench says at its end, read from its text; PostgreSQL 14 and later say it like this.
 *
 * @param transactions how many runs of the script were completed
 * @param perSecond how many a second, without the time to connect
 * @param millis how long one took on average
 */
record PgBenchOutput(long transactions, double perSecond, double millis) {
  private static final Pattern TRANSACTIONS =
      Pattern.compile("(?m)^number of transactions actually processed: ([0-9]+)");
  private static final Pattern FAILED =
      Pattern.compile("(?m)^number of failed transactions: ([0-9]+)");
  private static final Pattern MILLIS = Pattern.compile("(?m)^latency average = ([0-9.]+) ms$");
  private static final Pattern PER_SECOND =
      Pattern.compile("(?m)^tps = ([0-9.]+) \\(without initial connection time\\)$");

  /**
   * Reads it.
   *
   * @throws BenchFailedException if it is something else, or a transaction failed
   */
  static PgBenchOutput parse(String text) {
    Matcher failed = FAILED.matcher(text);
    if (failed.find() && !failed.group(1).equals("0")) {
      throw new BenchFailedException("pgbench: " + failed.group(1) + " transactions failed");
    }
    return new PgBenchOutput(
        Long.parseLong(value(TRANSACTIONS, text)),
        Double.parseDouble(value(PER_SECOND, text)),
        Double.parseDouble(value(MILLIS, text)));
  }

  private static String value(Pattern pattern, String text) {
    Matcher line = pattern.matcher(text);
    if (!line.find()) {
      throw new BenchFailedException(
          "pgbench said nothing that could be understood: "
              + text.lines().reduce((first, last) -> last).orElse("nothing at all"));
    }
    return line.group(1);
  }
}
