package org.kycvs.client.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.kycvs.client.statement.Statements.ANYTHING;
import static org.kycvs.client.statement.Statements.ISSUED;
import static org.kycvs.client.statement.Statements.NOW;

import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the issuer's metadata adds to a check. */
class IssuerFactsTest {
  private final Statements issuer = Statements.newIssuer();

  @Test
  void check_keyActiveSinceThen_isChecked() {
    assertInstanceOf(Checked.class, check(issuer.good(), key("activeFrom", ISSUED)));
  }

  @Test
  void check_issuedAMinuteBeforeItsKeyBegan_isChecked() {
    assertInstanceOf(
        Checked.class, check(issuer.good(), key("activeFrom", ISSUED.plusSeconds(60))));
  }

  @Test
  void check_issuedLongerBeforeItsKeyBegan_keyIsUnknown() {
    assertReason(Reason.KEY_UNKNOWN, key("activeFrom", ISSUED.plusSeconds(60).plusNanos(1)));
  }

  @Test
  void check_issuedAMinuteAfterItsKeyRetired_isChecked() {
    Instant end = ISSUED.minusSeconds(60);
    assertInstanceOf(Checked.class, check(issuer.good(), key("activeFrom", end, "activeTo", end)));
  }

  @Test
  void check_issuedLongerAfterItsKeyRetired_keyIsUnknown() {
    Instant end = ISSUED.minusSeconds(60).minusNanos(1);
    assertReason(Reason.KEY_UNKNOWN, key("activeFrom", end, "activeTo", end));
  }

  @Test
  void check_keyThatLeakedLater_keyIsUnknown() {
    assertReason(
        Reason.KEY_UNKNOWN, key("activeFrom", ISSUED, "compromisedAt", ISSUED.plusSeconds(86_400)));
  }

  @Test
  void check_keyNotListed_keyIsUnknown() {
    assertReason(Reason.KEY_UNKNOWN, metadata("", ""));
  }

  @Test
  void check_otherIssuersMetadata_issuerIsWrong() {
    assertReason(
        Reason.ISSUER_WRONG,
        metadata(entry("activeFrom", ISSUED), "")
            .replace("https://kycvs.example", "https://other.example"));
  }

  @Test
  void check_liveStatementByATestKey_issuerIsWrong() {
    assertReason(Reason.ISSUER_WRONG, metadata("", entry("activeFrom", ISSUED)));
  }

  @Test
  void check_testStatementByALiveKey_issuerIsWrongToo() {
    String statement = issuer.goodBut("iss", "https://kycvs.example/test");
    Refused refused = assertInstanceOf(Refused.class, check(statement, key("activeFrom", ISSUED)));
    assertEquals(List.of(Reason.ISSUER_WRONG, Reason.TEST_MODE), refused.reasons());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "<html>",
        "{\"issuer\":\"a\",\"testIssuer\":\"b\",\"keys\":{}}",
        "{\"issuer\":\"a\",\"testIssuer\":\"b\",\"keys\":[1]}",
        "{\"issuer\":\"a\",\"testIssuer\":\"b\",\"keys\":[{\"kid\":\"k\"}]}",
        "{\"issuer\":\"a\",\"testIssuer\":\"b\",\"keys\":[{\"kid\":\"k\",\"activeFrom\":\"soon\"}]}"
      })
  void parse_anythingElse_isRefused(String text) {
    assertThrows(ParseException.class, () -> IssuerFacts.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "<html>", "{\"keys\":[{\"kty\":\"EC\"}]}"})
  void parse_noKeySet_isRefused(String text) {
    assertThrows(ParseException.class, () -> KnownKeys.parse(text));
  }

  private CheckResult check(String statement, String metadata) {
    try {
      return StatementChecker.trusting(
              issuer.keys(), IssuerFacts.parse(metadata), Recalls.notLookedUp())
          .check(statement, ANYTHING, NOW);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private void assertReason(Reason reason, String metadata) {
    Refused refused = assertInstanceOf(Refused.class, check(issuer.good(), metadata));
    assertEquals(List.of(reason), refused.reasons());
  }

  private String key(Object... times) {
    return metadata(entry(times), "");
  }

  private String entry(Object... times) {
    StringBuilder entry = new StringBuilder("{\"kid\":\"" + issuer.kid() + "\"");
    for (int i = 0; i < times.length; i += 2) {
      entry.append(",\"" + times[i] + "\":\"" + times[i + 1] + "\"");
    }
    return entry.append('}').toString();
  }

  private static String metadata(String live, String test) {
    return "{\"issuer\":\"https://kycvs.example\",\"keys\":["
        + live
        + "],\"testIssuer\":\"https://kycvs.example/test\",\"testKeys\":["
        + test
        + "]}";
  }
}
