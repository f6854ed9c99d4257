package org.kycvs.registry.control.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kycvs.registry.OperatedRegistry.OPERATOR;
import static org.kycvs.registry.OperatedRegistry.done;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.OperatedRegistry;
import org.kycvs.registry.boundary.OperatorInspection;
import org.kycvs.registry.entity.DisputeGround;
import org.kycvs.registry.entity.DisputeOutcome;

/** What operators' acts leave behind: an audit entry each, and nothing in clear. */
class RecordTracesIT {
  private static final long ASHA = 10001100059551L;
  private static final long AGAIN = 10001100059552L;
  private static final String TABLES =
      """
      SELECT relname FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname
      """;

  private final OperatedRegistry registry = new OperatedRegistry();

  @BeforeEach
  void doEverything() {
    registry.fixture.importRows(
        ASHA + ",Asha Rao,1980,Female,+917999999991,COVISHIELD,1,2021-05-01,B1,100001",
        AGAIN + ",Aasha Raao,1980,Female,+917999999992,COVISHIELD,1,2021-09-01,B2,100001");
    done(registry.corrections.revokeDose(OPERATOR, ASHA, 1, "UnsaidWhyRevoked"));
    done(registry.corrections.reinstateDose(OPERATOR, ASHA, 1, "UnsaidWhyReinstated"));
    done(
        registry.corrections.correctDose(
            OPERATOR, ASHA, 1, Optional.of("COVAXIN"), Optional.empty(), "UnsaidWhyCorrected"));
    done(registry.corrections.merge(OPERATOR, ASHA, AGAIN, "UnsaidWhyMerged"));
    done(registry.corrections.split(OPERATOR, AGAIN, "UnsaidWhySplit"));
    String dispute =
        done(registry.disputes.raise(OPERATOR, ASHA, DisputeGround.NOT_ME, "UnsaidAccount"));
    OperatorInspection inspection = registry.inspections.begin(OPERATOR, "UnsaidWhyInspected");
    assertEquals(1, registry.inspections.withReference(inspection, ASHA).size());
    assertEquals("UnsaidAccount", registry.disputes.open(inspection).get(0).account());
    done(registry.disputes.settle(OPERATOR, dispute, DisputeOutcome.REJECTED, "UnsaidWhySettled"));
  }

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void acts_areEachInTheAuditLog_withTheIdTheyHaveOnRecord() {
    List<JsonObject> entries = entries();
    assertEquals(
        List.of(
            "registry-imported imp_",
            "dose-revoked chg_",
            "dose-reinstated chg_",
            "dose-corrected chg_",
            "records-merged chg_",
            "records-split chg_",
            "dispute-raised dsp_",
            "registry-inspected ins_",
            "dispute-settled dsp_"),
        entries.stream().map(RecordTracesIT::actAndKindOfId).toList());
    assertEquals(
        registry.fixture.lines("SELECT id FROM registry_change ORDER BY number"),
        entries.stream()
            .map(entry -> entry.getString("subject"))
            .filter(id -> id.matches("(imp|chg)_.*"))
            .toList());
    assertTrue(
        entries.stream()
            .skip(1)
            .allMatch(entry -> entry.getString("actor").equals("operator:opr_1")));
  }

  @Test
  void acts_tellTheAuditLogNothingAboutThePerson() {
    assertEquals(
        List.of(
            "{}",
            "{}",
            "{}",
            "{}",
            "{}",
            "{\"ground\":\"not-me\"}",
            "{}",
            "{\"outcome\":\"rejected\"}"),
        entries().stream().skip(1).map(entry -> entry.getJsonObject("data").toString()).toList());
    String log = entries().toString();
    for (long reference : List.of(ASHA, AGAIN)) {
      assertFalse(log.contains(Long.toString(reference)), log);
    }
  }

  @Test
  void acts_leaveNoNameMobileOrReasonInClear_inAnyTable() {
    String all =
        registry.fixture.lines(TABLES).stream()
            .flatMap(
                table -> registry.fixture.lines("SELECT t::text FROM " + table + " t").stream())
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    assertTrue(all.contains(Long.toString(ASHA)) && all.contains("covaxin"));
    for (String secret : List.of("unsaid", "asha", "7999999991", "7999999992")) {
      assertFalse(all.contains(secret), secret);
    }
    for (String secret : List.of("Unsaid", "Asha", "aasha", "7999999991", "7999999992")) {
      assertFalse(
          all.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))), secret);
    }
  }

  private static String actAndKindOfId(JsonObject entry) {
    return entry.getString("act") + " " + entry.getString("subject").substring(0, 4);
  }

  private List<JsonObject> entries() {
    return registry
        .fixture
        .lines("SELECT convert_from(leaf, 'UTF8') FROM audit_entry ORDER BY transaction_id, at")
        .stream()
        .map(RecordTracesIT::json)
        .toList();
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
