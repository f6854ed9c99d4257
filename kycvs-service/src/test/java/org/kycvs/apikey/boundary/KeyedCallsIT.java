package org.kycvs.apikey.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
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
    assertEquals(organisation.id() + " live", calls.as(organisation.live(), KeyedCallsIT::name));
    assertEquals(organisation.id() + " test", calls.as(organisation.test(), KeyedCallsIT::name));
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
    assertEquals(organisation.id() + " live", calls.as(organisation.live(), KeyedCallsIT::name));
    organisation.revokeLiveKey();
    assertRefused(ProblemCode.API_KEY_REVOKED, organisation.live());
    assertEquals(organisation.id() + " test", calls.as(organisation.test(), KeyedCallsIT::name));
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
    assertEquals(organisation.id() + " live", calls.as(organisation.live(), KeyedCallsIT::name));
    TestClock.INSTANCE.stopAt(expiry);
    assertRefused(ProblemCode.API_KEY_EXPIRED, organisation.live());
  }

  @Test
  void as_suspendedBetweenTwoCalls_secondIsRefused() {
    assertEquals(organisation.id() + " live", calls.as(organisation.live(), KeyedCallsIT::name));
    organisation.suspend();
    assertRefused(ProblemCode.ORGANISATION_SUSPENDED, organisation.live());
    assertRefused(ProblemCode.ORGANISATION_SUSPENDED, organisation.test());
  }

  @Test
  void as_callFails_nothingOfItIsKept() {
    String subject = VerificationId.random().value();
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                calls.as(
                    organisation.live(),
                    caller -> {
                      audit.record(caller, AuditAct.CODE_SENT_AGAIN, subject);
                      throw new ProblemException(ProblemCode.NOT_WAITING, "It ended.");
                    }));
    assertEquals(ProblemCode.NOT_WAITING, problem.code());
    assertEquals("0", entries(subject));
    assertEquals(
        subject,
        calls.as(
            organisation.live(),
            caller -> {
              audit.record(caller, AuditAct.CODE_SENT_AGAIN, subject);
              return subject;
            }));
    assertEquals("1", entries(subject));
  }

  private PresentedApiKey withWrongSecret() {
    return PresentedApiKey.of(Mode.LIVE, organisation.live().id(), RandomText.base62(32));
  }

  private void assertRefused(ProblemCode code, PresentedApiKey key) {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> calls.as(key, KeyedCallsIT::name));
    assertEquals(code, problem.code());
  }

  private static String name(KeyActor caller) {
    return caller.organisation() + " " + caller.mode().wire();
  }

  private static String entries(String subject) {
    return OwnerDatabase.line("SELECT count(*) FROM audit_entry WHERE subject = ?", subject);
  }
}
