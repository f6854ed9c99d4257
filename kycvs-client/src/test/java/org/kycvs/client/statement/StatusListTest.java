package org.kycvs.client.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kycvs.client.statement.Statements.ANYTHING;
import static org.kycvs.client.statement.Statements.ISSUED;
import static org.kycvs.client.statement.Statements.ISSUER;
import static org.kycvs.client.statement.Statements.NOW;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a statement was recalled, as status lists tell. */
class StatusListTest {
  private static final String URI = ISSUER + "/status-lists/7";
  private static final int RECALLED = 1003;
  private static final int CLEAR = 1002;

  private final Statements issuer = Statements.newIssuer();

  @Test
  void check_itsBitIsSet_isRecalled() throws ParseException {
    Refused refused = assertInstanceOf(Refused.class, check(RECALLED, list(claims())));
    assertEquals(List.of(Reason.RECALLED), refused.reasons());
    assertTrue(refused.authentic());
  }

  @Test
  void check_itsBitIsClear_isChecked() throws ParseException {
    assertEquals(Recall.CLEAR, recall(CLEAR, list(claims())));
  }

  @Test
  void check_otherList_isUnknown() throws ParseException {
    Map<String, Object> other = claims();
    other.put("sub", ISSUER + "/status-lists/8");
    assertEquals(Recall.UNKNOWN, recall(CLEAR, list(other)));
    assertEquals(Recall.UNKNOWN, recall(RECALLED, list(other)));
  }

  @Test
  void check_beyondTheEndOfTheList_isUnknown() throws ParseException {
    assertEquals(Recall.UNKNOWN, recall(2048, list(claims())));
  }

  @Test
  void check_oldList_tellsRecallsOnly() throws ParseException {
    Map<String, Object> old = claims();
    old.put("exp", NOW.minus(StatementChecker.CLOCK_SKEW).getEpochSecond());
    assertEquals(Recall.UNKNOWN, recall(CLEAR, list(old)));
    assertInstanceOf(Refused.class, check(RECALLED, list(old)));
    old.put("exp", NOW.minus(StatementChecker.CLOCK_SKEW).getEpochSecond() + 1);
    assertEquals(Recall.CLEAR, recall(CLEAR, list(old)));
  }

  @Test
  void check_listWithoutEnd_isGoodForItsTtl() throws ParseException {
    Map<String, Object> claims = claims();
    claims.remove("exp");
    claims.put("iat", NOW.minus(Duration.ofSeconds(62)).getEpochSecond());
    claims.put("ttl", 3);
    assertEquals(Recall.CLEAR, recall(CLEAR, list(claims)));
    claims.put("ttl", 2);
    assertEquals(Recall.UNKNOWN, recall(CLEAR, list(claims)));
  }

  @Test
  void check_listOfAnotherIssuersKey_isUnknown() throws ParseException {
    Map<String, Object> claims = claims();
    StatusList list = list(claims);
    String facts = facts(issuer.kid(), ISSUER + "/other");
    Recalls recalls = new KnownStatusLists(IssuerFacts.parse(facts), List.of(list));
    CheckResult result =
        StatementChecker.trustingKeysAlone(issuer.keys(), recalls)
            .check(statement(RECALLED), ANYTHING, NOW);
    assertEquals(Recall.UNKNOWN, result.orThrow().recall());
  }

  @Test
  void check_twoListsOfOneName_theNewerCounts() throws ParseException {
    Map<String, Object> before = claims();
    before.put("iat", ISSUED.minusSeconds(1).getEpochSecond());
    before.put("status_list", Map.of("bits", 1, "lst", Statements.statusBits(2048)));
    for (List<StatusList> lists :
        List.of(List.of(list(before), list(claims())), List.of(list(claims()), list(before)))) {
      assertInstanceOf(Refused.class, check(RECALLED, lists));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"sub\":\"u\",\"iat\":1,\"status_list\":{\"bits\":2,\"lst\":\"eJwDAAAAAAE\"}}",
        "{\"sub\":\"u\",\"iat\":1,\"status_list\":{\"bits\":1,\"lst\":\"AAAA\"}}",
        "{\"sub\":\"u\",\"iat\":1,\"status_list\":\"eJwDAAAAAAE\"}",
        "{\"iat\":1,\"status_list\":{\"bits\":1,\"lst\":\"eJwDAAAAAAE\"}}"
      })
  void parse_noList_isRefused(String claims) {
    String token = issuer.signed(issuer.header("ES256", "statuslist+jwt"), claims);
    assertThrows(ParseException.class, () -> StatusList.parse(token, issuer.keys()));
  }

  @Test
  void parse_longerThanAnyList_isRefused() {
    Map<String, Object> claims = claims();
    claims.put("status_list", Map.of("bits", 1, "lst", Statements.statusBits(1 << 21)));
    assertThrows(ParseException.class, () -> list(claims));
  }

  @Test
  void parse_signedByAnotherOrOfAnotherType_isRefused() {
    Statements other = Statements.newIssuer();
    String json = JSONObjectUtils.toJSONString(claims());
    String foreign = other.signed(issuer.header("ES256", "statuslist+jwt"), json);
    String unknown = other.signed(other.header("ES256", "statuslist+jwt"), json);
    String statement = issuer.signed(issuer.header("ES256", "kycvs-status+jwt"), json);
    for (String token : List.of(foreign, unknown, statement, "", "a.b.c")) {
      assertThrows(ParseException.class, () -> StatusList.parse(token, issuer.keys()));
    }
  }

  private Recall recall(int index, StatusList list) throws ParseException {
    return check(index, list).orThrow().recall();
  }

  private CheckResult check(int index, StatusList list) throws ParseException {
    return check(index, List.of(list));
  }

  private CheckResult check(int index, List<StatusList> lists) throws ParseException {
    IssuerFacts facts = IssuerFacts.parse(facts(issuer.kid(), ISSUER));
    return StatementChecker.trusting(issuer.keys(), facts, new KnownStatusLists(facts, lists))
        .check(statement(index), ANYTHING, NOW);
  }

  private String statement(int index) {
    return issuer.goodBut("statusList", Map.of("uri", URI, "idx", index));
  }

  private StatusList list(Map<String, Object> claims) throws ParseException {
    return StatusList.parse(
        issuer.signed(
            issuer.header("ES256", "statuslist+jwt"), JSONObjectUtils.toJSONString(claims)),
        issuer.keys());
  }

  private static Map<String, Object> claims() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("sub", URI);
    claims.put("iat", ISSUED.getEpochSecond());
    claims.put("exp", NOW.plusSeconds(60).getEpochSecond());
    claims.put("ttl", 2);
    claims.put("status_list", Map.of("bits", 1, "lst", Statements.statusBits(2048, RECALLED)));
    return claims;
  }

  private static String facts(String kid, String issuer) {
    Instant from = ISSUED.minus(Duration.ofDays(1));
    return "{\"issuer\":\"%s\",\"testIssuer\":\"%s/test\",\"keys\":[{\"kid\":\"%s\",\"activeFrom\":\"%s\"}]}"
        .formatted(issuer, issuer, kid, from);
  }
}
