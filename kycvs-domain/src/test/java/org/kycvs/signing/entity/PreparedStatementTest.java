package org.kycvs.signing.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.ReceiptId;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;

@PreparesStatements
class PreparedStatementTest {
  private static final String SHA_256 = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg";
  private static final Instant NOW = Instant.parse("2026-11-21T09:30:00.987654Z");

  @Test
  void take_once_hasTheClaimsOfTheWireInTheirOrder() {
    ClaimSet claims = PreparedStatement.of(claims(Optional.of("nonce-1234"))).take();
    assertEquals(
        List.of(
            "iss https://kycvs.example/test",
            "aud org_0123456789abcdefghijkl",
            "iat 1795253400",
            "exp 1795339800",
            "jti stm_0123456789abcdefghijkl",
            "txn ver_0123456789abcdefghijkl",
            "nonce nonce-1234",
            "sub pseudonym-of-person-1",
            "purpose hotel-check-in",
            "status 2",
            "meaning fully-vaccinated",
            "rule in-2026-1",
            "asOf 2026-11-21T09:30:00.987654Z",
            "mode test",
            "method code-told",
            "receipt rcp_0123456789abcdefghijkl",
            "receiptHash " + SHA_256,
            "subjectCommitment " + SHA_256),
        claims.asMap().entrySet().stream().map(c -> c.getKey() + " " + c.getValue()).toList());
  }

  @Test
  void take_withoutNonce_hasNoSuchClaim() {
    ClaimSet claims = PreparedStatement.of(claims(Optional.empty())).take();
    assertFalse(claims.asMap().containsKey("nonce"));
  }

  @Test
  void take_twice_isRefused() {
    PreparedStatement prepared = PreparedStatement.of(claims(Optional.empty()));
    ClaimSet first = prepared.take();
    assertEquals(17, first.asMap().size());
    assertThrows(IllegalStateException.class, prepared::take);
  }

  @Test
  void take_receiptTwice_isRefused() {
    Issuer issuer = Issuer.live("https://kycvs.example");
    PreparedReceipt prepared =
        PreparedReceipt.of(issuer, ClaimSet.empty().with("shared", List.of("status")));
    assertEquals(List.of("iss", "mode", "shared"), List.copyOf(prepared.take().asMap().keySet()));
    assertThrows(IllegalStateException.class, prepared::take);
  }

  @Test
  void of_receiptThatNamesItsIssuerItself_isRefused() {
    Issuer issuer = Issuer.live("https://kycvs.example");
    ClaimSet fields = ClaimSet.empty().with("iss", "https://other.example");
    assertThrows(IllegalArgumentException.class, () -> PreparedReceipt.of(issuer, fields));
  }

  @Test
  void answer_statusWithAnothersMeaning_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Answer(2, "not-vaccinated", "in-2026-1", NOW));
    assertThrows(
        IllegalArgumentException.class, () -> new Answer(3, "fully-vaccinated", "in-2026-1", NOW));
  }

  @Test
  void subject_mobileAsPseudonym_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Subject("+917011000000", SHA_256));
  }

  @Test
  void validity_ofNoTime_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Validity.from(NOW, Duration.ofMillis(10)));
  }

  @Test
  void claimSet_valueThatJsonHasNot_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> ClaimSet.empty().with("at", NOW));
  }

  private static StatementClaims claims(Optional<String> nonce) {
    String id = "0123456789abcdefghijkl";
    return new StatementClaims(
        Issuer.live("https://kycvs.example").in(Mode.TEST),
        new StatementId("stm_" + id),
        new Question(
            new OrganisationId("org_" + id),
            new VerificationId("ver_" + id),
            nonce,
            "hotel-check-in"),
        new Answer(2, "fully-vaccinated", "in-2026-1", NOW),
        new Subject("pseudonym-of-person-1", SHA_256),
        Validity.from(NOW, Duration.ofHours(24)),
        new ConsentReference(new ReceiptId("rcp_" + id), SHA_256, StatementMethod.CODE_TOLD));
  }
}
