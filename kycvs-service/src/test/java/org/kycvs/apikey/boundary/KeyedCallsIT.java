package org.kycvs.apikey.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.Calls;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.TestClock;

/** Who is let in with an API key, each time anew. */
class KeyedCallsIT extends InContainer {
  @Inject private KeyedCalls calls;
  @Inject private AuditLog audit;

  private AskingOrganisation organisation;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
  }

  @Test
  void as_rightKey_callsAsItsOrganisationInItsMode() {
    assertEquals(
        organisation.id() + " live", calls.as(Calls.with(organisation.live()), KeyedCallsIT::name));
    assertEquals(
        organisation.id() + " test", calls.as(Calls.with(organisation.test()), KeyedCallsIT::name));
  }

  @Test
  void as_unknownKey_isRefused() {
    assertRefused(
        ProblemCode.API_KEY_UNKNOWN,
        PresentedApiKey.of(Mode.LIVE, ApiKeyId.random(), RandomText.base62(32)));
  }

  @Test
  void as_wrongSecret_isUnknown() {
    assertRefused(ProblemCode.API_KEY_UNKNOWN, withWrongSecret());
  }

  @Test
  void as_otherModesPrefix_isUnknown() {
    String live = organisation.live().reveal();
    String secret = live.substring(live.length() - 38, live.length() - 6);
    assertRefused(
        ProblemCode.API_KEY_UNKNOWN,
        PresentedApiKey.of(Mode.TEST, organisation.live().id(), secret));
  }

  @Test
  void as_modeOnRecordIsAnother_isUnknown() {
    OwnerDatabase.execute(
        "UPDATE api_key SET mode = 'TEST' WHERE id = ?", organisation.live().id().value());
    assertRefused(ProblemCode.API_KEY_UNKNOWN, organisation.live());
  }

  @Test
  void as_revokedBetweenTwoCalls_secondIsRefused() {
    assertEquals(
        organisation.id() + " live", calls.as(Calls.with(organisation.live()), KeyedCallsIT::name));
    organisation.revokeLiveKey();
    assertRefused(ProblemCode.API_KEY_REVOKED, organisation.live());
    assertEquals(
        organisation.id() + " test", calls.as(Calls.with(organisation.test()), KeyedCallsIT::name));
  }

  @Test
  void as_revokedAndWrongSecret_tellsOnlyThatItIsUnknown() {
    organisation.revokeLiveKey();
    assertRefused(ProblemCode.API_KEY_UNKNOWN, withWrongSecret());
  }

  @Test
  void as_atTheInstantOfExpiry_isRefused() {
    Instant expiry = TestClock.INSTANCE.instant().plusSeconds(60);
    organisation.liveKeyExpires(expiry);

    TestClock.INSTANCE.stopAt(expiry.minus(Duration.ofNanos(1_000)));
    assertEquals(
        organisation.id() + " live", calls.as(Calls.with(organisation.live()), KeyedCallsIT::name));
    TestClock.INSTANCE.stopAt(expiry);
    assertRefused(ProblemCode.API_KEY_EXPIRED, organisation.live());
  }

  @Test
  void as_suspendedBetweenTwoCalls_secondIsRefused() {
    assertEquals(
        organisation.id() + " live", calls.as(Calls.with(organisation.live()), KeyedCallsIT::name));
    organisation.suspend();
    assertRefused(ProblemCode.ORGANISATION_SUSPENDED, organisation.live());
    assertRefused(ProblemCode.ORGANISATION_SUSPENDED, organisation.test());
  }

  @Test
  void as_fromElsewhere_isRefused() {
    OwnerDatabase.execute(
        "UPDATE api_key SET addresses = '{203.0.113.0/28,2001:db8::/32}' WHERE id = ?",
        organisation.live().id().value());
    assertEquals(
        organisation.id() + " live",
        calls.as(call(ApiKeyScope.VERIFICATIONS_READ, "203.0.113.15"), KeyedCallsIT::name));
    assertEquals(
        organisation.id() + " live",
        calls.as(call(ApiKeyScope.VERIFICATIONS_READ, "::ffff:203.0.113.1"), KeyedCallsIT::name));
    for (String elsewhere : List.of("203.0.113.16", "2001:db9::1", "127.0.0.1")) {
      assertRefused(
          ProblemCode.ADDRESS_NOT_ALLOWED, call(ApiKeyScope.VERIFICATIONS_READ, elsewhere));
    }
  }

  @Test
  void as_scopeThatTheKeyLacks_isRefused() {
    OwnerDatabase.execute(
        "UPDATE api_key SET scopes = '{statements:read}' WHERE id = ?",
        organisation.live().id().value());
    assertEquals(
        organisation.id() + " live",
        calls.as(call(ApiKeyScope.STATEMENTS_READ, "127.0.0.1"), KeyedCallsIT::name));
    for (ApiKeyScope lacking :
        List.of(ApiKeyScope.VERIFICATIONS_READ, ApiKeyScope.VERIFICATIONS_WRITE)) {
      assertRefused(ProblemCode.SCOPE_MISSING, call(lacking, "127.0.0.1"));
    }
  }

  @Test
  void as_callFails_nothingOfItIsKept() {
    String subject = VerificationId.random().value();
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                calls.as(
                    Calls.with(organisation.live()),
                    caller -> {
                      audit.record(caller, AuditAct.CODE_SENT_AGAIN, subject);
                      throw new ProblemException(ProblemCode.NOT_WAITING, "It ended.");
                    }));
    assertEquals(ProblemCode.NOT_WAITING, problem.code());
    assertEquals("0", entries(subject));
    assertEquals(
        subject,
        calls.as(
            Calls.with(organisation.live()),
            caller -> {
              audit.record(caller, AuditAct.CODE_SENT_AGAIN, subject);
              return subject;
            }));
    assertEquals("1", entries(subject));
  }

  private PresentedApiKey withWrongSecret() {
    return PresentedApiKey.of(Mode.LIVE, organisation.live().id(), RandomText.base62(32));
  }

  private PresentedCall call(ApiKeyScope scope, String from) {
    return new PresentedCall(organisation.live(), scope, Calls.address(from));
  }

  private void assertRefused(ProblemCode code, PresentedApiKey key) {
    assertRefused(code, Calls.with(key));
  }

  private void assertRefused(ProblemCode code, PresentedCall call) {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> calls.as(call, KeyedCallsIT::name));
    assertEquals(code, problem.code());
  }

  private static String name(KeyActor caller) {
    return caller.organisation() + " " + caller.mode().wire();
  }

  private static String entries(String subject) {
    return OwnerDatabase.line("SELECT count(*) FROM audit_entry WHERE subject = ?", subject);
  }
}
