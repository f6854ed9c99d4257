package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.Kycvs;
import org.kycvs.systemtest.support.Processes;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** The main job in one command. */
@ExtendWith(SharedServer.class)
class DemoIT {

  @Test
  void demo_onEmptyData_startsAServerShowsTheJobAndStopsIt() {
    try (DataFolder data = DataFolder.make()) {
      Kycvs.Outcome outcome = Kycvs.command("demo", "--data", data.path()).run();

      assertShown(outcome);
      assertEquals(List.of(), Processes.describe(data.path()));
      assertFalse(Files.exists(data.path().resolve("run.json")));
    }
  }

  @Test
  void demo_whereAServerRuns_usesIt(RunningServer server) {
    Kycvs.Outcome outcome = Kycvs.command("demo", "--data", server.data().path()).run();

    assertShown(outcome);
    assertEquals(200, server.withoutKey().get("/health/ready").status());
  }

  private static void assertShown(Kycvs.Outcome outcome) {
    assertEquals(0, outcome.exitCode(), outcome.all());
    for (String words :
        List.of(
            "POST /api/v1/verifications",
            "is your code to tell",
            "completed, status 2",
            "\"typ\" : \"kycvs-status+jwt\"",
            "\"status\" : 2",
            "signature valid")) {
      assertTrue(outcome.out().contains(words), words + " in " + outcome.out());
    }
    assertEquals("", outcome.err());
  }
}
