package org.kycvs.systemtest.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

/** Gives an organisation that attacks or loads a server the requests that this takes. */
public final class RequestLimits {
  private static final int PER_MINUTE = 1_000_000;
  private static final int BURST = 100_000;

  private RequestLimits() {}

  /**
   * Raises what an organisation's keys may ask.
   *
   * @param settings those of the server, each an environment variable
   */
  public static void raise(DataFolder data, Map<String, String> settings, String organisation) {
    Kycvs command =
        Kycvs.command(
            "organisation",
            "limits",
            organisation,
            "--requests-per-minute",
            PER_MINUTE,
            "--request-burst",
            BURST,
            "--data",
            data.path());
    settings.forEach(command::with);
    Kycvs.Outcome outcome = command.run();
    assertEquals(0, outcome.exitCode(), outcome.all());
  }
}
