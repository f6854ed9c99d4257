package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.boundary.PublishedKeys;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.Calls;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.verification.boundary.Confirmation.Completed;
import org.kycvs.verification.control.SubjectNames;
import org.kycvs.verification.entity.Answer;
import org.kycvs.verification.entity.Question;

/** What a completed verification hands out: the bytes that others check. */
class StatementsIT extends InContainer {
  private static final String NONCE = "nonce-1234";
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  @Inject private Journey journey;
  @Inject private KeyedCalls calls;
  @Inject private VerificationHistory history;
  @Inject private PublishedKeys keys;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
  }

  @Test
  void confirm_completed_signsTheClaimsAsked() throws ParseException, JOSEException {
    VerificationId id = ask();
    Answer answer = complete(id);
    JWSObject jws = JWSObject.parse(answer.statement());
    Map<String, Object> claims = jws.getPayload().toJSONObject();

    assertEquals("kycvs-status+jwt", jws.getHeader().getType().getType());
    assertTrue(isSignedByUs(jws, Mode.LIVE));
    assertEquals(
        Set.of(
            "iss",
            "aud",
            "iat",
            "exp",
            "jti",
            "txn",
            "nonce",
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
            "subjectCommitment"),
        claims.keySet());
    assertEquals("http://localhost:8080", claims.get("iss"));
    assertEquals(organisation.id().value(), claims.get("aud"));
    assertEquals(id.value(), claims.get("txn"));
    assertEquals(NONCE, claims.get("nonce"));
    assertEquals(AskingOrganisation.EVENT, claims.get("purpose"));
    assertEquals(2L, claims.get("status"));
    assertEquals("fully-vaccinated", claims.get("meaning"));
    assertEquals("in-2026-1", claims.get("rule"));
    assertEquals("live", claims.get("mode"));
    assertEquals("code-told", claims.get("method"));
    long expires = answer.statementExpiresAt().getEpochSecond();
    assertEquals(expires, claims.get("exp"));
    assertEquals(expires - HALF_AN_HOUR.toSeconds(), claims.get("iat"));
  }

  @Test
  void confirm_completed_receiptNamesTheStatementAndIsNamedByIt() throws Exception {
    VerificationId id = ask();
    Answer answer = complete(id);
    String receipt =
        calls.as(Calls.with(organisation.live()), caller -> history.receipt(caller, id));
    JWSObject jws = JWSObject.parse(receipt);
    Map<String, Object> claims = JWSObject.parse(answer.statement()).getPayload().toJSONObject();
    Map<String, Object> fields = jws.getPayload().toJSONObject();

    assertEquals("kycvs-receipt+jwt", jws.getHeader().getType().getType());
    assertTrue(isSignedByUs(jws, Mode.LIVE));
    assertEquals(claims.get("jti"), fields.get("statement"));
    assertEquals(claims.get("receipt"), fields.get("jti"));
    assertEquals(claims.get("sub"), fields.get("sub"));
    assertEquals(id.value(), fields.get("verification"));
    assertEquals(sha256(receipt), claims.get("receiptHash"));
    assertFalse(fields.containsKey("status"));
  }

  @Test
  void confirm_completed_commitmentOpensWithSaltMobileAndName() throws ParseException {
    Answer answer = complete(ask());
    assertEquals(
        SubjectNames.commitment(answer.subjectSalt(), asha.mobile(), asha.name()),
        JWSObject.parse(answer.statement()).getPayload().toJSONObject().get("subjectCommitment"));
  }

  @Test
  void confirm_completed_neitherStatementNorReceiptNamesThePerson() {
    VerificationId id = ask();
    Answer answer = complete(id);
    String receipt =
        calls.as(Calls.with(organisation.live()), caller -> history.receipt(caller, id));
    String said =
        new Base64URL(answer.statement().split("\\.", -1)[1]).decodeToString()
            + new Base64URL(receipt.split("\\.", -1)[1]).decodeToString();
    assertFalse(said.contains(asha.mobile().e164().substring(3)));
    assertFalse(said.contains("Kulkarni"));
    assertFalse(said.contains("1985"));
  }

  @Test
  void confirm_samePersonTwice_hasOnePseudonymForEachOrganisation() throws ParseException {
    String first = pseudonym(complete(ask()));
    assertEquals(first, pseudonym(complete(ask())));
    AskingOrganisation other = AskingOrganisation.make();
    VerificationId id = journey.asked(other, asha);
    Completed completed =
        assertInstanceOf(Completed.class, journey.confirm(other, id, journey.codeOf(id)));
    assertFalse(first.equals(pseudonym(completed.view().verification().answer().orElseThrow())));
  }

  private VerificationId ask() {
    return journey
        .ask(
            organisation,
            Mode.LIVE,
            new Question(
                asha.mobile(),
                asha.name(),
                OptionalInt.empty(),
                AskingOrganisation.EVENT,
                Optional.of("booking 7"),
                Optional.of(NONCE),
                "en",
                Optional.of(HALF_AN_HOUR)))
        .verification()
        .id();
  }

  private Answer complete(VerificationId id) {
    return assertInstanceOf(Completed.class, journey.confirm(organisation, id, journey.codeOf(id)))
        .view()
        .verification()
        .answer()
        .orElseThrow();
  }

  private static String pseudonym(Answer answer) throws ParseException {
    return String.valueOf(
        JWSObject.parse(answer.statement()).getPayload().toJSONObject().get("sub"));
  }

  private boolean isSignedByUs(JWSObject jws, Mode mode) throws ParseException, JOSEException {
    return jws.verify(
        new ECDSAVerifier(
            JWKSet.parse(keys.jwks(mode)).getKeyByKeyId(jws.getHeader().getKeyID()).toECKey()));
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return Base64URL.encode(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)))
        .toString();
  }
}
