package org.kycvs.client.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.kycvs.client.statement.Statements.ANYTHING;
import static org.kycvs.client.statement.Statements.NOW;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that the issuer did not sign as they stand. */
class StatementForgeryTest {
  private static final String GOOD = JSONObjectUtils.toJSONString(Statements.goodClaims());
  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ";

  private final Statements issuer = Statements.newIssuer();
  private final StatementChecker check =
      StatementChecker.trustingKeysAlone(issuer.keys(), Recalls.notLookedUp());

  @Test
  void check_oneCharacterChangedAnywhere_isNeverAccepted() {
    String good = issuer.good();
    for (int i = 0; i < good.length(); i++) {
      char neighbour = CHARACTERS.charAt((CHARACTERS.indexOf(good.charAt(i)) + 1) % 64);
      for (char other : new char[] {neighbour, '.', '=', 'é'}) {
        String changed = good.substring(0, i) + other + good.substring(i + 1);
        if (!changed.equals(good)) {
          assertRefused(changed);
        }
      }
    }
  }

  /** The last characters carry bits that a lenient decoder throws away. */
  @Test
  void check_lastCharacterOfAPartChangedToAnyOther_isNeverAccepted() {
    String good = issuer.good();
    int headerEnd = good.indexOf('.');
    int payloadEnd = good.lastIndexOf('.');
    for (int end : new int[] {headerEnd, payloadEnd, good.length()}) {
      for (char other : CHARACTERS.toCharArray()) {
        String changed = good.substring(0, end - 1) + other + good.substring(end);
        if (!changed.equals(good)) {
          assertRefused(changed);
        }
      }
    }
  }

  @Test
  void check_oneCharacterMissingAnywhere_isNeverAccepted() {
    String good = issuer.good();
    for (int i = 0; i < good.length(); i++) {
      assertRefused(good.substring(0, i) + good.substring(i + 1));
    }
  }

  @Test
  void check_foreignKeyUnderItsOwnName_isUnknown() {
    assertReason(Reason.KEY_UNKNOWN, Statements.newIssuer().good());
  }

  @Test
  void check_foreignKeyUnderOurName_hasAnInvalidSignature() {
    Statements foreign = Statements.newIssuer();
    assertReason(
        Reason.SIGNATURE_INVALID, foreign.signed(issuer.header("ES256", "kycvs-status+jwt"), GOOD));
  }

  @Test
  void check_foreignKeyThatComesAlongInTheHeader_isNotTrusted() throws Exception {
    Statements foreign = Statements.newIssuer();
    Object jwk =
        JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(foreign.jwks()), "keys")[0];
    String header =
        JSONObjectUtils.toJSONString(
            java.util.Map.of(
                "alg", "ES256", "typ", "kycvs-status+jwt", "kid", issuer.kid(), "jwk", jwk));
    assertReason(Reason.SIGNATURE_INVALID, foreign.signed(header, GOOD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "HS256", "RS256", "ES384", "EdDSA", "es256"})
  void check_otherAlgorithm_hasAnInvalidSignature(String algorithm) {
    String header = issuer.header(algorithm, "kycvs-status+jwt");
    assertReason(Reason.SIGNATURE_INVALID, issuer.signed(header, GOOD));
    assertReason(Reason.SIGNATURE_INVALID, Statements.unsigned(header, GOOD) + ".");
  }

  @Test
  void check_hmacWithThePublicKeyAsSecret_hasAnInvalidSignature() throws Exception {
    String input = Statements.unsigned(issuer.header("HS256", "kycvs-status+jwt"), GOOD);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(issuer.publicKeyBytes(), "HmacSHA256"));
    Base64URL signature = Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    assertReason(Reason.SIGNATURE_INVALID, input + "." + signature);
  }

  @Test
  void check_signatureOfZeros_isInvalid() {
    String input = Statements.unsigned(issuer.header("ES256", "kycvs-status+jwt"), GOOD);
    assertReason(Reason.SIGNATURE_INVALID, input + "." + Base64URL.encode(new byte[64]));
  }

  private void assertRefused(String statement) {
    Refused refused = assertInstanceOf(Refused.class, check.check(statement, ANYTHING, NOW));
    assertFalse(refused.authentic());
  }

  private void assertReason(Reason reason, String statement) {
    Refused refused = assertInstanceOf(Refused.class, check.check(statement, ANYTHING, NOW));
    assertEquals(List.of(reason), refused.reasons());
    assertFalse(refused.authentic());
  }
}
