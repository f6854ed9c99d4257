package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.boundary.KeySession;
import org.kycvs.apikey.boundary.KeySessions;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.apikey.boundary.ResumedCall;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.otp.entity.OneTimePassword;
import org.kycvs.otp.entity.PresentedCode;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.Calls;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;

/** The second door to the journey, in the container's transactions. */
class CowinTransactionsIT extends InContainer {
  private static final Duration MOMENT = Duration.ofNanos(1_000);

  @Inject private CowinTransactions transactions;
  @Inject private KeyedCalls calls;
  @Inject private KeySessions sessions;
  @Inject private VerificationHistory history;
  @Inject private Journey journey;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
  }

  @AfterEach
  void goOn() {
    TestClock.INSTANCE.goOn();
  }

  @Test
  void ask_keyHasADefaultPurpose_asksForThat() {
    asksFor(AskingOrganisation.EVENT);

    assertEquals(AskingOrganisation.EVENT, purposeOf(asked()));
  }

  @Test
  void ask_organisationHasOnePurpose_asksForThat() {
    organisation.narrow(AskingOrganisation.CHECK_IN);

    assertEquals(AskingOrganisation.EVENT, purposeOf(asked()));
  }

  @Test
  void ask_severalPurposesAndNoDefault_isRefusedAndLeavesNothing() {
    ProblemException refused = assertThrows(ProblemException.class, this::asked);

    assertEquals(ProblemCode.PURPOSE_NOT_APPROVED, refused.code());
    assertTrue(refused.detail().contains("default purpose"), refused.detail());
    assertEquals("0", rows("verification"));
    assertEquals("0", rows("cowin_transaction"));
  }

  @Test
  void ask_noPurpose_isRefused() {
    organisation.narrow(AskingOrganisation.CHECK_IN);
    organisation.narrow(AskingOrganisation.EVENT);

    assertEquals(
        ProblemCode.PURPOSE_NOT_APPROVED, assertThrows(ProblemException.class, this::asked).code());
  }

  @Test
  void ask_defaultPurposeIsNoLongerApproved_isRefused() {
    asksFor(AskingOrganisation.EVENT);
    organisation.narrow(AskingOrganisation.EVENT);

    assertEquals(
        ProblemCode.PURPOSE_NOT_APPROVED, assertThrows(ProblemException.class, this::asked).code());
  }

  @Test
  void ask_overBudget_keepsNoTransaction() {
    asksFor(AskingOrganisation.EVENT);
    organisation.maySend(1);
    UUID unused = asked();

    CowinSending second = ask();

    assertInstanceOf(CowinSending.Refused.class, second);
    assertEquals("1", rows("cowin_transaction"));
  }

  @Test
  void confirm_anothersTransaction_isNotFound() {
    asksFor(AskingOrganisation.EVENT);
    UUID transaction = asked();
    AskingOrganisation other = AskingOrganisation.make();
    PresentedCode code = code(transaction);

    for (Supplier<Confirmation> call :
        java.util.List.<Supplier<Confirmation>>of(
            () -> confirm(other, Mode.LIVE, transaction, code),
            () -> confirm(organisation, Mode.TEST, transaction, code),
            () -> confirm(organisation, Mode.LIVE, UUID.randomUUID(), code))) {
      assertEquals(
          ProblemCode.VERIFICATION_NOT_FOUND,
          assertThrows(ProblemException.class, call::get).code());
    }
    assertInstanceOf(
        Confirmation.Completed.class, confirm(organisation, Mode.LIVE, transaction, code));
  }

  @Test
  void defaultPurpose_onceNamed_stays() {
    asksFor(AskingOrganisation.EVENT);

    assertThrows(RuntimeException.class, () -> asksFor(AskingOrganisation.CHECK_IN));
  }

  @Test
  void session_opensUntilItsVeryInstant() {
    TestClock.INSTANCE.stop();
    String token = token();
    Instant end =
        Instant.ofEpochSecond(TestClock.INSTANCE.instant().getEpochSecond()).plus(KeySessions.LIFE);

    TestClock.INSTANCE.stopAt(end.minus(MOMENT));
    assertTrue(sessions.read(token).isPresent());
    TestClock.INSTANCE.stopAt(end);
    assertTrue(sessions.read(token).isEmpty());
  }

  @Test
  void session_keyRevoked_isRefusedAtTheNextCall() {
    String token = token();
    assertEquals(2, status(token));
    organisation.revokeLiveKey();

    assertRefused(ProblemCode.API_KEY_REVOKED, token);
  }

  @Test
  void session_keyExpired_isRefused() {
    String token = token();
    organisation.liveKeyExpires(TestClock.INSTANCE.instant().plusSeconds(1));
    assertEquals(2, status(token));
    TestClock.INSTANCE.advance(Duration.ofSeconds(1));

    assertRefused(ProblemCode.API_KEY_EXPIRED, token);
  }

  @Test
  void session_organisationSuspended_isRefused() {
    String token = token();
    organisation.suspend();

    assertRefused(ProblemCode.ORGANISATION_SUSPENDED, token);
  }

  @Test
  void session_keyLostTheScope_isRefused() {
    String token = token();
    OwnerDatabase.execute(
        "UPDATE api_key SET scopes = '{statements:read}' WHERE id = ?",
        organisation.live().id().value());

    assertRefused(ProblemCode.SCOPE_MISSING, token);
  }

  @Test
  void session_keyIsConfinedToAnotherAddress_isRefused() {
    String token = token();
    OwnerDatabase.execute(
        "UPDATE api_key SET addresses = '{198.51.100.0/24}' WHERE id = ?",
        organisation.live().id().value());

    assertRefused(ProblemCode.ADDRESS_NOT_ALLOWED, token);
  }

  @Test
  void session_organisationAsksTooMuch_isRefused() {
    String token = token();
    organisation.mayRequest(1, 1);
    assertEquals(2, status(token));

    assertRefused(ProblemCode.TOO_MANY_REQUESTS, token);
  }

  private void assertRefused(ProblemCode code, String token) {
    assertEquals(code, assertThrows(ProblemException.class, () -> status(token)).code());
  }

  /** A token for a completed verification. */
  private String token() {
    asksFor(AskingOrganisation.EVENT);
    UUID transaction = asked();
    PresentedCode code = code(transaction);
    return calls.as(
        Calls.with(organisation.live()),
        caller -> {
          Confirmation done = transactions.confirm(caller, transaction, code);
          VerificationView view = assertInstanceOf(Confirmation.Completed.class, done).view();
          return sessions.begin(caller, view.verification().id().value());
        });
  }

  private int status(String token) {
    KeySession session = sessions.read(token).orElseThrow();
    ResumedCall call =
        new ResumedCall(
            session, ApiKeyScope.VERIFICATIONS_WRITE, Calls.ADDRESS, standing -> {}, key -> {});
    return calls.as(
        call,
        caller ->
            history
                .get(caller, new VerificationId(session.subject()))
                .verification()
                .answer()
                .orElseThrow()
                .status());
  }

  private CowinSending ask() {
    return calls.as(
        Calls.with(organisation.live()),
        caller -> transactions.ask(caller, asha.mobile(), asha.name()));
  }

  private UUID asked() {
    return assertInstanceOf(CowinSending.Accepted.class, ask()).transaction();
  }

  private Confirmation confirm(
      AskingOrganisation who, Mode mode, UUID transaction, PresentedCode code) {
    return calls.as(
        Calls.with(who.key(mode)), caller -> transactions.confirm(caller, transaction, code));
  }

  private PresentedCode code(UUID transaction) {
    VerificationId id =
        new VerificationId(
            OwnerDatabase.line(
                "SELECT verification_id FROM cowin_transaction WHERE id = CAST(? AS uuid)",
                transaction.toString()));
    String hex = OneTimePassword.parse(journey.codeOf(id)).orElseThrow().sha256Hex();
    return PresentedCode.parseSha256(hex).orElseThrow();
  }

  private String purposeOf(UUID transaction) {
    return OwnerDatabase.line(
        "SELECT purpose_code FROM verification v JOIN cowin_transaction t"
            + " ON t.verification_id = v.id WHERE t.id = CAST(? AS uuid)",
        transaction.toString());
  }

  private String rows(String table) {
    return OwnerDatabase.line(
        "SELECT count(*) FROM " + table + " WHERE organisation_id = ?", organisation.id().value());
  }

  private void asksFor(String purpose) {
    OwnerDatabase.execute(
        "UPDATE api_key SET default_purpose = ? WHERE id = ?",
        purpose,
        organisation.live().id().value());
  }
}
