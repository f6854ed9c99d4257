package org.kycvs.launcher.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kycvs.launcher.registry.CommandedRegistry.AGAIN;
import static org.kycvs.launcher.registry.CommandedRegistry.ASHA;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.launcher.ExitCode;

/** The commands that look at records and change them. */
class RecordCommandsIT {
  private final CommandedRegistry registry = new CommandedRegistry();

  @BeforeEach
  void importRecords() {
    registry.importRows(
        CommandedRegistry.FIRST, CommandedRegistry.SECOND, CommandedRegistry.ON_ANOTHER_MOBILE);
  }

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void inspect_changedRecord_readsFromNowToTheFirst() {
    registry.done("revoke-dose " + ASHA + " 2 --reason", "The center's register has no such dose");
    registry.done(
        "correct-dose " + ASHA + " 1 --vaccine COVAXIN --date 2021-05-03 --reason",
        "The certificate of the state, seen in the original, names another product and day");
    assertEquals(ExitCode.DONE, registry.run("inspect --reference " + ASHA + " --reason Letter"));
    assertEquals(
        """
        Record 10001100059551
          Now, since 2026-11-21 15:30 IST
            name     Asha Rao
            born     1980
            mobile   +91••••••9991
            dose 1   COVAXIN 2021-05-03, corrected from COVISHIELD 2021-05-01
            dose 2   COVISHIELD 2021-09-01, revoked 2026-11-21 15:30 IST
            made by  correction chg_…, system:command-line
            reason   The certificate of the state, seen in the original, names another
                     product and day
          Before, since 2026-11-21 15:30 IST
            name     Asha Rao
            born     1980
            mobile   +91••••••9991
            dose 1   COVISHIELD 2021-05-01
            dose 2   COVISHIELD 2021-09-01, revoked 2026-11-21 15:30 IST
            made by  revocation chg_…, system:command-line
            reason   The center's register has no such dose
          Before, since 2026-11-21 15:30 IST
            name     Asha Rao
            born     1980
            mobile   +91••••••9991
            dose 1   COVISHIELD 2021-05-01
            dose 2   COVISHIELD 2021-09-01
            made by  import imp_…, system:command-line

        That you looked is written down: ins_…
        """,
        registry.shown());
    assertTrue(registry.printed().lines().allMatch(line -> line.length() <= 80));
  }

  @Test
  void inspect_mobile_showsWhoIsMergedWithWhom() {
    registry.done("merge " + ASHA + " " + AGAIN + " --reason Same");
    registry.run("inspect --reason Letter --mobile", "79999 99992");
    assertTrue(
        registry
            .shown()
            .startsWith(
                "Record " + AGAIN + ", merged: record " + ASHA + " stands for the person\n"),
        registry::shown);
    registry.run("inspect --reason Letter --reference " + ASHA);
    assertTrue(
        registry.shown().startsWith("Record " + ASHA + ", merged: it stands for the person\n"),
        registry::shown);
  }

  @Test
  void inspect_json_isTheSameForAProgram() throws ParseException {
    registry.done("correct-dose " + ASHA + " 1 --vaccine COVAXIN --reason Seen");
    assertEquals(ExitCode.DONE, registry.run("inspect --json --reason Letter --reference " + ASHA));
    Map<String, Object> record = only(JSONObjectUtils.parse(registry.printed()), "records");
    assertEquals(ASHA, record.get("reference"));
    Map<String, Object> now = JSONObjectUtils.getJSONObjectArray(record, "versions")[0];
    assertEquals("Asha Rao", now.get("name"));
    assertEquals("+91••••••9991", now.get("mobile"));
    assertEquals("correction", now.get("kind"));
    assertEquals("Seen", now.get("reason"));
    assertEquals("2026-11-21T10:00:00Z", now.get("at"));
    Map<String, Object> dose = JSONObjectUtils.getJSONObjectArray(now, "doses")[0];
    assertEquals("COVAXIN", dose.get("product"));
    assertEquals("COVISHIELD", dose.get("correctedFromProduct"));
  }

  @Test
  void inspect_nobodyThere_saysNoAndThatItIsWrittenDown() {
    assertEquals(ExitCode.NO, registry.run("inspect --mobile 7999999993 --reason Letter"));
    assertEquals(
        "no such record. That you looked is written down: ins_…", registry.shown().strip());
  }

  @Test
  void inspect_wrongUsage_isRefusedBeforeAnythingIsOpened() {
    registry.assertWrongUsage("--reason", "inspect --mobile 7999999991");
    registry.assertWrongUsage("500 characters", "inspect --mobile 7999999991 --reason", " ");
    registry.assertWrongUsage("--mobile", "inspect --reason Letter");
    registry.assertWrongUsage(
        "mutually exclusive", "inspect --mobile 7999999991 --reference 1 --reason Letter");
    registry.assertWrongUsage("not an Indian mobile", "inspect --mobile 12 --reason Letter");
  }

  @Test
  void doseActs_done_sayWhatAndUnderWhichId() {
    registry.run("revoke-dose " + ASHA + " 2 --reason Why");
    assertEquals(
        List.of("Revoked dose 2 of record " + ASHA + ".", "On record as chg_…"),
        registry.shown().lines().toList());
    registry.done("reinstate-dose " + ASHA + " 2 --reason Why");
    registry.done("correct-dose " + ASHA + " 2 --date 2021-09-02 --reason Why");
    registry.assertRefused(
        "nothing was changed: the dose is not revoked",
        "reinstate-dose " + ASHA + " 2 --reason Why");
  }

  @Test
  void doseActs_refused_sayWhyInOneLine() throws ParseException {
    registry.assertRefused(
        "nothing was changed: there is no record with this reference",
        "revoke-dose 1 1 --reason Why");
    registry.assertRefused(
        "nothing was changed: that is what the registry says already",
        "correct-dose " + ASHA + " 1 --vaccine COVISHIELD --reason Why");
    assertEquals(ExitCode.NO, registry.run("revoke-dose --json 1 1 --reason Why"));
    Map<String, Object> refusal = JSONObjectUtils.parse(registry.printed());
    assertEquals(false, refusal.get("done"));
    assertEquals("record-unknown", refusal.get("reason"));
  }

  @Test
  void doseActs_wrongUsage_sayHow() {
    registry.assertWrongUsage("--vaccine", "correct-dose " + ASHA + " 1 --reason Why");
    registry.assertWrongUsage("--date", "correct-dose " + ASHA + " 1 --date 1.5.2021 --reason Why");
    registry.assertWrongUsage("REFERENCE", "revoke-dose --reason Why");
    registry.assertWrongUsage("--reason", "merge 1 2");
  }

  @Test
  void mergeAndSplit_sayWhichRecords() {
    registry.run("merge " + ASHA + " " + AGAIN + " --reason Why");
    assertTrue(
        registry.shown().startsWith("Merged record " + AGAIN + " into record " + ASHA + "."));
    registry.assertRefused(
        "nothing was changed: the record is merged already: split it first",
        "merge " + ASHA + " " + AGAIN + " --reason Why");
    registry.run("split " + AGAIN + " --reason Why --json");
    assertTrue(registry.shown().startsWith("{\"done\":true,\"id\":\"chg_…\""), registry::shown);
  }

  @Test
  void anyCommand_databaseFails_cannotBeReached() {
    registry.execute("ALTER TABLE registry_inspection ADD CHECK (false) NOT VALID");
    assertEquals(ExitCode.UNREACHABLE, registry.run("inspect --reason Why --reference " + ASHA));
    assertTrue(
        registry.printed().startsWith("nothing was changed, the database failed: new row for "),
        registry::printed);
    assertEquals(1, registry.printed().lines().count());
  }

  @Test
  void anyCommand_schemaMissing_saysToMigrate() {
    registry.execute("ALTER TABLE registry_inspection RENAME TO elsewhere");
    assertEquals(ExitCode.UNREACHABLE, registry.run("inspect --reason Why --reference " + ASHA));
    assertEquals(
        "nothing was changed, the database failed: its schema is missing or not up to date;"
            + " run kycvs migrate first",
        registry.printed().strip());
  }

  private static Map<String, Object> only(Map<String, Object> json, String key)
      throws ParseException {
    Map<String, Object>[] all = JSONObjectUtils.getJSONObjectArray(json, key);
    assertEquals(1, all.length);
    return all[0];
  }
}
