package org.kycvs.launcher;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command line as it is put together. */
class KycvsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine kycvs =
      Kycvs.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @Test
  void registry_alone_saysWhichCommandsThereAre() {
    assertEquals(ExitCode.USAGE, kycvs.execute("registry"));
    assertTrue(err.toString().contains("Missing required subcommand"), err::toString);
    assertTrue(err.toString().contains("revoke-dose"), err::toString);
  }

  @Test
  void help_ofEachRegistryCommand_fitsATerminal() {
    Set<String> commands =
        requireNonNull(kycvs.getSubcommands().get("registry")).getSubcommands().keySet();
    assertEquals(
        Set.of(
            "imports",
            "undo",
            "inspect",
            "revoke-dose",
            "reinstate-dose",
            "correct-dose",
            "merge",
            "split",
            "disputes",
            "dispute",
            "settle"),
        commands);
    assertHelpFits("registry", commands);
  }

  @Test
  void help_ofEachCommandOnOrganisationsAndKeys_fitsATerminal() {
    for (Map.Entry<String, Set<String>> group :
        Map.of(
                "organisation", Set.of("create", "list", "approve", "suspend", "resume", "limits"),
                "api-key", Set.of("issue", "list", "narrow", "roll", "revoke"),
                "master-key", Set.of("status", "prepare", "rotate", "retire"))
            .entrySet()) {
      assertEquals(
          group.getValue(),
          requireNonNull(kycvs.getSubcommands().get(group.getKey())).getSubcommands().keySet());
      assertHelpFits(group.getKey(), group.getValue());
    }
  }

  @Test
  void help_ofCommandsOnSms_fitsATerminal() {
    for (String command : Set.of("preview", "texts")) {
      out.getBuffer().setLength(0);
      assertEquals(ExitCode.DONE, kycvs.execute("sms", command, "--help"), command);
      assertTrue(out.toString().lines().allMatch(line -> line.length() <= 80), command);
    }
  }

  private void assertHelpFits(String group, Set<String> commands) {
    for (String command : commands) {
      out.getBuffer().setLength(0);
      assertEquals(ExitCode.DONE, kycvs.execute(group, command, "--help"), command);
      assertTrue(out.toString().contains("--data=DIR"), command);
      assertTrue(out.toString().contains("--json"), command);
      assertFalse(out.toString().lines().anyMatch(line -> line.length() > 80), command);
    }
  }
}
