package org.kycvs.launcher.registry;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kycvs.launcher.registry.CommandedRegistry.ASHA;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kycvs.launcher.ExitCode;

/** The commands about imports and disputes. */
class ImportsAndDisputesIT {
  private final CommandedRegistry registry = new CommandedRegistry();

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void imports_noneYet_saysSo() {
    assertEquals(ExitCode.DONE, registry.run("imports"));
    assertEquals("Nothing was imported yet.", registry.printed().strip());
  }

  @Test
  void imports_some_areListedNewestFirst() throws ParseException {
    String first = registry.importRows(CommandedRegistry.FIRST);
    String second =
        registry.importRows(
            CommandedRegistry.FIRST.replace("1980", "1981"), CommandedRegistry.ON_ANOTHER_MOBILE);
    registry.run("undo " + second);
    assertEquals(
        "Undone. 2 records are as they were before.",
        registry.printed().lines().findFirst().orElseThrow());
    assertEquals(ExitCode.DONE, registry.run("imports"));
    List<String> lines = registry.printed().lines().toList();
    assertEquals(5, lines.size());
    assertTrue(
        lines.get(0).matches(second + "  2026-11-21 15:30 IST  SHA-256 [0-9a-f]{12}"),
        lines.get(0));
    assertEquals("    2 rows: 1 people added, details of 1 changed", lines.get(1));
    assertEquals("    undone 2026-11-21 15:30 IST by system:command-line", lines.get(2));
    assertTrue(lines.get(3).startsWith(first), lines.get(3));
    assertTrue(lines.stream().allMatch(line -> line.length() <= 80));

    registry.run("imports --json");
    Map<String, Object>[] json =
        JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(registry.printed()), "imports");
    assertEquals(second, json[0].get("id"));
    assertEquals("2026-11-21T10:00:00Z", json[0].get("undoneAt"));
    String digest = JSONObjectUtils.getString(json[0], "sha256");
    assertEquals(lines.get(0).substring(58), requireNonNull(digest).substring(0, 12));
  }

  @Test
  void undo_refused_namesWhatStandsInTheWay() {
    String first = registry.importRows(CommandedRegistry.FIRST);
    String second = registry.importRows(CommandedRegistry.FIRST.replace("1980", "1981"));
    registry.assertRefused(
        "not undone: later changes built on it (" + second + "): undo those first",
        "undo " + first);
    String revocation = registry.done("revoke-dose " + ASHA + " 1 --reason Why");
    registry.assertRefused(
        "not undone: later changes built on it (" + revocation + "): undo those first",
        "undo " + second);
    registry.run("undo " + revocation);
    assertEquals(
        "Undone. 1 record is as it was before.",
        registry.printed().lines().findFirst().orElseThrow());
    assertEquals(ExitCode.DONE, registry.run("undo " + second));
    registry.assertRefused(
        "not undone: there is no such import, and no such act on a dose", "undo imp_none");
  }

  @Test
  void undo_recordsMergedSince_saysToSplitThemFirst() {
    registry.importRows(CommandedRegistry.FIRST);
    String second = registry.importRows(CommandedRegistry.ON_ANOTHER_MOBILE);
    registry.done("merge " + ASHA + " " + CommandedRegistry.AGAIN + " --reason Same");
    registry.assertRefused(
        "not undone: records that it added are merged with others ("
            + CommandedRegistry.AGAIN
            + "): split them first",
        "undo " + second);
  }

  @Test
  void disputes_fromLetterToDecision() {
    registry.importRows(CommandedRegistry.FIRST);
    String id =
        registry.done(
            "dispute " + ASHA + " --ground dose-not-mine --account", "Never\u001b[2J mine");
    assertEquals(ExitCode.DONE, registry.run("disputes --reason Round"));
    assertEquals(
        """
        dsp_…  2026-11-21 15:30 IST
            record   10001100059551
            ground   dose-not-mine
            account  Never?[2J mine

        1 open dispute. That you looked is written down: ins_…
        """,
        registry.shown());
    registry.run("disputes --reason Round --json");
    assertTrue(registry.printed().contains("\"id\":\"" + id + "\""), registry::printed);

    assertEquals(ExitCode.DONE, registry.run("settle " + id + " --outcome upheld --reason Seen"));
    assertEquals(
        List.of("Settled: upheld. The record is as it was.", "On record as " + id),
        registry.printed().lines().toList());
    registry.assertRefused(
        "not settled: the dispute is settled already",
        "settle " + id + " --outcome rejected --reason Seen");
    registry.run("disputes --reason Round");
    assertTrue(registry.printed().startsWith("No open dispute. "), registry::printed);
  }

  @Test
  void disputes_wrongUsage_namesTheWords() {
    registry.assertWrongUsage(
        "'nonsense' is not one of dose-missing, dose-wrong, dose-not-mine, details-wrong, not-me",
        "dispute 1 --ground nonsense --account Words");
    registry.assertWrongUsage(
        "'UPHELD' is not one of upheld, rejected, withdrawn",
        "settle dsp_1 --outcome UPHELD --reason Seen");
    registry.assertWrongUsage("500 characters", "dispute 1 --ground not-me --account", "");
    registry.assertWrongUsage("--reason", "disputes");
  }
}
