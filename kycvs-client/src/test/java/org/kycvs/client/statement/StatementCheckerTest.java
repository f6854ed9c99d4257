package org.kycvs.client.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kycvs.client.statement.Statements.ANYTHING;
import static org.kycvs.client.statement.Statements.EXPIRES;
import static org.kycvs.client.statement.Statements.ISSUED;
import static org.kycvs.client.statement.Statements.ISSUER;
import static org.kycvs.client.statement.Statements.NONCE;
import static org.kycvs.client.statement.Statements.NOW;
import static org.kycvs.client.statement.Statements.ORGANISATION;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether an authentic statement may be relied on, by whom and when. */
class StatementCheckerTest {
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final Statements issuer = Statements.newIssuer();
  private final StatementChecker check =
      StatementChecker.trustingKeysAlone(issuer.keys(), Recalls.notLookedUp());

  @Test
  void check_good_isChecked() {
    Checked checked =
        assertInstanceOf(
            Checked.class,
            check.check(
                issuer.good(),
                Expected.audience(ORGANISATION).nonce(NONCE).live().issuedBy(ISSUER),
                NOW));
    assertTrue(checked.audienceChecked());
    assertEquals("2", checked.content().claim("status"));
    assertEquals("live", checked.content().mode());
    assertEquals(EXPIRES, checked.content().expiresAt());
  }

  @Test
  void check_audienceNotSaid_isCheckedButSaysSo() {
    Checked checked = assertInstanceOf(Checked.class, check.check(issuer.good(), ANYTHING, NOW));
    assertFalse(checked.audienceChecked());
  }

  @Test
  void check_justBeforeExpiryAndSkew_isChecked() {
    assertAccepted(issuer.good(), EXPIRES.plus(SKEW).minusNanos(1));
  }

  @Test
  void check_atTheInstantOfExpiryAndSkew_hasExpired() {
    assertReasons(issuer.good(), ANYTHING, EXPIRES.plus(SKEW), Reason.EXPIRED);
  }

  @Test
  void check_issuedAsFarAheadAsClocksMayDiffer_isChecked() {
    assertAccepted(issuer.good(), ISSUED.minus(SKEW));
  }

  @Test
  void check_issuedFurtherAhead_isNotYetValid() {
    assertReasons(issuer.good(), ANYTHING, ISSUED.minus(SKEW).minusNanos(1), Reason.NOT_YET_VALID);
  }

  @Test
  void check_forAnotherOrganisation_audienceIsWrong() {
    assertReasons(
        issuer.good(),
        Expected.audience("org_aaaaaaaaaaaaaaaaaaaaaa").anyNonce().live(),
        NOW,
        Reason.AUDIENCE_WRONG);
  }

  @Test
  void check_otherNonce_nonceIsWrong() {
    assertReasons(
        issuer.good(), Expected.anyAudience().nonce("nonce-5678").live(), NOW, Reason.NONCE_WRONG);
  }

  @Test
  void check_nonceExpectedButNotThere_nonceIsWrong() {
    assertReasons(
        issuer.goodWithout("nonce"),
        Expected.anyAudience().nonce(NONCE).live(),
        NOW,
        Reason.NONCE_WRONG);
  }

  @Test
  void check_otherIssuer_issuerIsWrong() {
    assertReasons(
        issuer.good(), ANYTHING.issuedBy("https://other.example"), NOW, Reason.ISSUER_WRONG);
  }

  @Test
  void check_testMode_isRefusedUnlessAllowed() {
    String statement = issuer.goodBut("mode", "test");
    assertReasons(statement, ANYTHING, NOW, Reason.TEST_MODE);
    Checked checked =
        assertInstanceOf(
            Checked.class,
            check.check(statement, Expected.anyAudience().anyNonce().liveOrTest(), NOW));
    assertEquals("test", checked.content().mode());
  }

  @Test
  void check_liveModeByTheTestIssuer_isTestMode() {
    assertReasons(issuer.goodBut("iss", ISSUER + "/test"), ANYTHING, NOW, Reason.TEST_MODE);
  }

  @Test
  void check_wrongInManyWays_saysAllOfThem() {
    assertReasons(
        issuer.goodBut("mode", "test"),
        Expected.audience("org_aaaaaaaaaaaaaaaaaaaaaa")
            .nonce("nonce-5678")
            .live()
            .issuedBy("https://other.example"),
        EXPIRES.plus(SKEW),
        Reason.ISSUER_WRONG,
        Reason.AUDIENCE_WRONG,
        Reason.NONCE_WRONG,
        Reason.EXPIRED,
        Reason.TEST_MODE);
  }

  @Test
  void check_claimThatIsNotKnownYet_isChecked() {
    assertAccepted(issuer.goodBut("log", "x"), NOW);
  }

  private void assertAccepted(String statement, Instant at) {
    assertInstanceOf(Checked.class, check.check(statement, ANYTHING, at));
  }

  private void assertReasons(String statement, Expected expected, Instant at, Reason... reasons) {
    Refused refused = assertInstanceOf(Refused.class, check.check(statement, expected, at));
    assertEquals(List.of(reasons), refused.reasons());
    assertTrue(refused.authentic());
  }
}
