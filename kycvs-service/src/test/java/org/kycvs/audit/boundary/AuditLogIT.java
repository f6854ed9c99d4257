package org.kycvs.audit.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.shared.actor.SystemActor;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.verification.boundary.Confirmation.CodeWrong;
import org.kycvs.verification.boundary.Confirmation.Completed;
import org.kycvs.verification.boundary.Confirmation.NoMatch;

/** What is on record of each act, and who may change it: nobody. */
class AuditLogIT extends InContainer {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @Inject private Journey journey;
  @Inject private AuditLog audit;

  @Resource(lookup = "jdbc/kycvs")
  private DataSource applicationsDatabase;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
  }

  @Test
  void record_journeyThatIsCompleted_tellsEachActInOrder() {
    VerificationId id = journey.asked(organisation, asha);
    String code = journey.codeOf(id);
    assertEquals(new CodeWrong(2), journey.confirm(organisation, id, Journey.otherThan(code)));
    assertInstanceOf(Completed.class, journey.confirm(organisation, id, code));

    String key = "key:" + organisation.live().id().value();
    assertEquals(
        List.of(
            "verification-asked done by " + key,
            "sms-sent done by system:dispatch",
            "code-refused refused by " + key,
            "code-redeemed done by " + key,
            "consent-given done by " + key,
            "statement-signed done by " + key),
        entries(id).stream().map(AuditLogIT::told).toList());
  }

  @Test
  void record_journeyThatFindsNobody_tellsEachActInOrder() {
    VerificationId id =
        journey
            .ask(organisation, Mode.LIVE, Journey.question(asha.mobile(), "Someone Else"))
            .verification()
            .id();
    String code = journey.codeOf(id);
    assertEquals(new NoMatch(2), journey.confirm(organisation, id, code));
    journey.cancel(organisation, id);

    assertEquals(
        List.of(
            "verification-asked",
            "sms-sent",
            "code-redeemed",
            "consent-given",
            "no-match-found",
            "verification-cancelled"),
        entries(id).stream().map(entry -> entry.getString("act")).toList());
  }

  @Test
  void record_anEntry_isWholeInItsLeafAndHashed() throws Exception {
    VerificationId id = journey.asked(organisation, asha);
    String columns =
        OwnerDatabase.line(
            """
            SELECT id || ' ' || act || ' ' || subject FROM audit_entry
            WHERE act = 'verification-asked' AND subject = ?
            """,
            id.value());
    byte[] leaf = bytes("leaf", id);
    JsonObject entry = json(new String(leaf, StandardCharsets.UTF_8));

    assertEquals(
        Set.of("v", "id", "at", "act", "actor", "subject", "outcome", "data", "salt"),
        entry.keySet());
    assertEquals(1, entry.getInt("v"));
    assertEquals(
        columns,
        entry.getString("id") + ' ' + entry.getString("act") + ' ' + entry.getString("subject"));
    assertEquals(
        "t",
        OwnerDatabase.line(
            "SELECT at = ?::timestamptz FROM audit_entry WHERE id = ?",
            entry.getString("at"),
            entry.getString("id")));
    assertEquals(AskingOrganisation.CHECK_IN, entry.getJsonObject("data").getString("purpose"));
    assertEquals(16, Base64.getDecoder().decode(entry.getString("salt")).length);
    assertArrayEquals(new JsonCanonicalizer(leaf).getEncodedUTF8(), leaf);
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update((byte) 0);
    assertArrayEquals(sha256.digest(leaf), bytes("leaf_hash", id));
  }

  @Test
  void record_statementSigned_keepsTheDigestOfItsClaimsOnly() {
    VerificationId id = journey.asked(organisation, asha);
    assertInstanceOf(Completed.class, journey.confirm(organisation, id, journey.codeOf(id)));
    JsonObject data =
        entries(id).stream()
            .filter(entry -> entry.getString("act").equals("statement-signed"))
            .map(entry -> entry.getJsonObject("data"))
            .findFirst()
            .orElseThrow();
    assertEquals(Set.of("statement", "claims"), data.keySet());
    assertEquals(43, data.getString("claims").length());
  }

  @Test
  void record_outsideOfAnActsTransaction_isRefused() {
    assertThrows(
        EJBTransactionRequiredException.class,
        () -> {
          audit.record(SystemActor.EXPIRY, AuditAct.VERIFICATION_EXPIRED, "nothing");
        });
  }

  @Test
  void applicationRole_changingTheLogOrTheSchema_isRefused() throws Exception {
    journey.asked(organisation, asha);
    try (Connection application = applicationsDatabase.getConnection();
        Statement statement = application.createStatement()) {
      assertEquals("kycvs_app", application.getMetaData().getUserName());
      for (String sql :
          List.of(
              "UPDATE audit_entry SET act = 'nothing'",
              "DELETE FROM audit_entry",
              "TRUNCATE audit_entry",
              "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
              "DROP TABLE audit_entry",
              "CREATE TABLE more (id text)",
              "CREATE INDEX more ON audit_entry (act)",
              "UPDATE consent_receipt SET receipt = 'another'",
              "DELETE FROM consent",
              "DELETE FROM verification",
              "INSERT INTO purpose (code, text, maximum_validity_seconds) VALUES ('a', 'a', 60)",
              "UPDATE organisation SET state = 'ACTIVE'",
              "UPDATE api_key SET key_hash = key_hash",
              "UPDATE api_key SET mode = 'LIVE'",
              "DELETE FROM api_key",
              "DELETE FROM person",
              "UPDATE signing_key SET public_jwk = '{}'")) {
        SQLException refusal =
            assertThrows(SQLException.class, () -> statement.execute(sql), () -> sql);
        assertEquals(INSUFFICIENT_PRIVILEGE, refusal.getSQLState(), sql);
      }
      assertTrue(statement.execute("SELECT 1 FROM audit_entry"));
    }
  }

  private static String told(JsonObject entry) {
    return entry.getString("act")
        + ' '
        + entry.getString("outcome")
        + " by "
        + entry.getString("actor");
  }

  private static List<JsonObject> entries(VerificationId id) {
    List<JsonObject> entries = new ArrayList<>();
    OwnerDatabase.lines(
            """
            SELECT convert_from(leaf, 'UTF8') FROM audit_entry WHERE subject = ?
            ORDER BY transaction_id, at
            """,
            id.value())
        .forEach(leaf -> entries.add(json(leaf)));
    return entries;
  }

  private static byte[] bytes(String column, VerificationId id) {
    return HexFormat.of()
        .parseHex(
            OwnerDatabase.line(
                "SELECT encode("
                    + column
                    + ", 'hex') FROM audit_entry"
                    + " WHERE act = 'verification-asked' AND subject = ?",
                id.value()));
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
