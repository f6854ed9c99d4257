package org.kycvs.client.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.kycvs.client.statement.Statements.ANYTHING;
import static org.kycvs.client.statement.Statements.NOW;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no whole status statement, whoever signed it. */
class StatementFormTest {
  private static final String GOOD = JSONObjectUtils.toJSONString(Statements.goodClaims());

  private final Statements issuer = Statements.newIssuer();
  private final StatementChecker check =
      StatementChecker.trustingKeysAlone(issuer.keys(), Recalls.notLookedUp());

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "eyJ9.eyJ9.AAAA", "hello", "W10.W10.AA"})
  void check_noJws_isMalformed(String text) {
    assertMalformed(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", " ", ".", "=", "AAAA", ".AAAA"})
  void check_trailingData_isNeverAccepted(String after) {
    assertInstanceOf(Refused.class, check.check(issuer.good() + after, ANYTHING, NOW));
  }

  @Test
  void check_hugeInput_isMalformed() {
    assertMalformed("A".repeat(10_000_000));
    assertMalformed(issuer.goodBut("x", "y".repeat(20_000)));
  }

  @Test
  void check_deeplyNestedHeader_isMalformed() {
    assertMalformed(issuer.signed("{\"alg\":" + "[".repeat(5_000), GOOD));
  }

  @Test
  void check_receipt_isMalformed() {
    assertMalformed(issuer.signed(issuer.header("ES256", "kycvs-receipt+jwt"), GOOD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "application/kycvs-status+jwt", "KYCVS-STATUS+JWT", ""})
  void check_otherType_isMalformed(String type) {
    assertMalformed(issuer.signed(issuer.header("ES256", type), GOOD));
  }

  @Test
  void check_critInTheHeader_isMalformed() {
    String header = issuer.header("ES256", "kycvs-status+jwt").replace("}", ",\"crit\":[\"b64\"]}");
    assertMalformed(issuer.signed(header, GOOD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alg", "typ", "kid"})
  void check_memberOfTheHeaderMissing_isMalformed(String member) {
    String header =
        issuer.header("ES256", "kycvs-status+jwt").replace("\"" + member, "\"x" + member);
    assertMalformed(issuer.signed(header, GOOD));
  }

  @Test
  void check_memberOfTheHeaderTwice_isMalformed() {
    String header = issuer.header("ES256", "kycvs-status+jwt").replace("}", ",\"alg\":\"ES256\"}");
    assertMalformed(issuer.signed(header, GOOD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\":0,\"meaning\":\"not-vaccinated\"",
        "\"stat\\u0075s\":2",
        "\"statusList\":{\"idx\":1,\"idx\":2}",
        "\"list\":[{\"a\":1},{\"b\":1,\"b\":1}]"
      })
  void check_claimTwice_isMalformed(String more) {
    String payload = GOOD.substring(0, GOOD.length() - 1) + "," + more + "}";
    assertMalformed(issuer.signed(issuer.header("ES256", "kycvs-status+jwt"), payload));
  }

  @Test
  void check_nestedClaimsWithColonsInText_isChecked() {
    String payload =
        GOOD.substring(0, GOOD.length() - 1)
            + ",\"statusList\":{\"uri\":\"https:\\\"://\",\"idx\":1}}";
    assertInstanceOf(
        Checked.class,
        check.check(
            issuer.signed(issuer.header("ES256", "kycvs-status+jwt"), payload), ANYTHING, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iss",
        "aud",
        "iat",
        "exp",
        "jti",
        "txn",
        "sub",
        "purpose",
        "status",
        "meaning",
        "rule",
        "asOf",
        "mode",
        "method",
        "receipt",
        "receiptHash",
        "subjectCommitment"
      })
  void check_claimMissing_isMalformed(String claim) {
    assertMalformed(issuer.goodWithout(claim));
    assertMalformed(issuer.goodBut(claim, List.of("x")));
  }

  @ParameterizedTest
  @CsvSource({
    "status, 3",
    "status, -1",
    "status, 1",
    "iat, -1",
    "iat, 253402300800",
    "exp, 1",
    "mode, 0"
  })
  void check_numberOutOfBounds_isMalformed(String claim, long value) {
    assertMalformed(issuer.goodBut(claim, value));
  }

  @ParameterizedTest
  @CsvSource({
    "status, 2",
    "iat, 1795253400",
    "meaning, not-vaccinated",
    "mode, Live",
    "purpose, ' '",
    "asOf, 2026-11-21T15:00:00+05:30",
    "asOf, yesterday"
  })
  void check_textThatDoesNotFit_isMalformed(String claim, String value) {
    assertMalformed(issuer.goodBut(claim, value));
  }

  @Test
  void check_fractionWhereAWholeNumberBelongs_isMalformed() {
    assertMalformed(issuer.goodBut("status", 2.0));
    assertMalformed(issuer.goodBut("exp", 1.7953398e9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "{}x", "\"a\"", " {}", ""})
  void check_payloadIsNoJsonObject_isMalformed(String payload) {
    assertMalformed(issuer.signed(issuer.header("ES256", "kycvs-status+jwt"), payload));
  }

  private void assertMalformed(String statement) {
    Refused refused = assertInstanceOf(Refused.class, check.check(statement, ANYTHING, NOW));
    assertEquals(List.of(Reason.MALFORMED), refused.reasons());
  }
}
