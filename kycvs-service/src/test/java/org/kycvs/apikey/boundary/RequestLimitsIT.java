package org.kycvs.apikey.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.shared.rate.RateStanding;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.AtOnce;
import org.kycvs.testing.Calls;
import org.kycvs.testing.InContainer;

/** How often a key may call, and how often a wrong one is looked up. */
class RequestLimitsIT extends InContainer {
  /** So many wrong ones with one key id from one address; in tests one comes back in a minute. */
  private static final int WRONG = 60;

  @Inject private KeyedCalls calls;

  private final List<RateStanding> told = new ArrayList<>();
  private AskingOrganisation organisation;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
  }

  @Test
  void as_organisationWithoutLimitsOfItsOwn_hasThoseOfTheSettings() {
    assertEquals("ok", call(organisation.live(), "203.0.113.7"));
    assertEquals("\"key\";q=1000;w=20", told.get(0).policyField());
    assertEquals("\"key\";r=999;t=1", told.get(0).field());
  }

  @Test
  void as_moreThanTheBurst_isRefusedForThisKeyOnly() {
    organisation.mayRequest(1, 3);
    for (int left = 2; left >= 0; left--) {
      assertEquals("ok", call(organisation.live(), "203.0.113.7"));
      assertEquals(left, told.get(told.size() - 1).remaining());
    }
    ProblemException refused =
        assertThrows(ProblemException.class, () -> call(organisation.live(), "203.0.113.7"));
    assertEquals(ProblemCode.TOO_MANY_REQUESTS, refused.code());
    int wait = refused.members().getOrDefault("retryAfter", 0);
    assertTrue(wait > 50 && wait <= 60, () -> wait + " s");
    assertEquals("\"key\";q=3;w=180", told.get(3).policyField());
    assertEquals(0, told.get(3).remaining());
    assertEquals("ok", call(organisation.test(), "203.0.113.7"));
  }

  @Test
  void as_limitsChangedBetweenTwoCalls_theNewOnesHold() {
    organisation.mayRequest(1, 1);
    assertEquals("ok", call(organisation.live(), "203.0.113.7"));
    assertEquals("too-many-requests", call(organisation.live()));
    organisation.mayRequest(1, 2);
    assertEquals("ok", call(organisation.live(), "203.0.113.7"));
  }

  @Test
  void as_twoHundredAtOnce_makesAsManyCallsAsTheBurst() {
    organisation.mayRequest(1, 50);
    List<String> outcomes = AtOnce.call(200, 32, () -> call(organisation.live()));
    assertEquals(50, outcomes.stream().filter("ok"::equals).count());
    assertEquals(150, outcomes.stream().filter("too-many-requests"::equals).count());
  }

  @Test
  void as_wrongSecrets_useUpNothingOfTheKeys() {
    organisation.mayRequest(1, 1);
    for (int i = 0; i < 2 * WRONG; i++) {
      assertTrue(outcome(guess(), "198.51.100.1").matches("api-key-unknown|too-many-requests"));
    }
    assertEquals("ok", call(organisation.live(), "203.0.113.7"));
  }

  @Test
  void as_wrongSecretsOfOneId_areNotLookedUpBeyondTheLimit() {
    assertEquals(WRONG, guessed("198.51.100.2"));
    told.clear();
    assertEquals("too-many-requests", outcome(guess(), "198.51.100.2"));
    assertEquals("\"wrong-keys\";q=60;w=3600", told.get(0).policyField());
    assertEquals("api-key-unknown", outcome(guess(), "198.51.100.3"), "From elsewhere");
  }

  @Test
  void as_guesserBehindTheSameAddress_otherKeysAreNotTouched() {
    assertEquals(WRONG, guessed("198.51.100.4"));
    assertEquals("ok", call(organisation.test(), "198.51.100.4"));
    assertEquals("ok", call(AskingOrganisation.make().live(), "198.51.100.4"));
  }

  @Test
  void as_guesserBehindTheSameAddress_keyThatHasWorkedGoesOn() {
    assertEquals("ok", call(organisation.live(), "203.0.113.7"));
    assertEquals(WRONG, guessed("198.51.100.5"));
    assertEquals("ok", call(organisation.live(), "198.51.100.5"));
  }

  @Test
  void as_guesserBehindTheSameAddress_keyThatNeverWorkedCannotBeToldApart() {
    assertEquals(WRONG, guessed("198.51.100.6"));
    assertEquals("too-many-requests", outcome(organisation.live(), "198.51.100.6"));
    assertEquals("ok", outcome(organisation.live(), "203.0.113.7"), "From elsewhere it works");
    assertEquals("ok", outcome(organisation.live(), "198.51.100.6"), "And then from here too");
  }

  @Test
  void as_guesserWithinOneIpv6Network_isOneCaller() {
    for (int i = 0; i < WRONG; i++) {
      assertEquals("api-key-unknown", outcome(guess(), "2001:db8:0:7::" + (i + 1)));
    }
    assertEquals("too-many-requests", outcome(guess(), "2001:db8:0:7:ffff::1"));
    assertEquals("api-key-unknown", outcome(guess(), "2001:db8:0:8::1"));
  }

  @Test
  void as_revokedKeyInALoop_isNotLookedUpForEver() {
    assertEquals("ok", call(organisation.live(), "198.51.100.8"));
    organisation.revokeLiveKey();
    for (int i = 0; i < WRONG; i++) {
      assertEquals("api-key-revoked", outcome(organisation.live(), "198.51.100.8"));
    }
    assertEquals("too-many-requests", outcome(organisation.live(), "198.51.100.8"));
  }

  @Test
  void as_inventedIds_touchNobody() {
    for (int i = 0; i < 2 * WRONG; i++) {
      PresentedApiKey invented =
          PresentedApiKey.of(Mode.LIVE, ApiKeyId.random(), RandomText.base62(32));
      assertEquals("api-key-unknown", outcome(invented, "198.51.100.9"));
    }
    assertEquals("ok", call(organisation.live(), "198.51.100.9"));
  }

  /** How many of as many guesses as there may be were looked up. */
  private long guessed(String from) {
    return IntStream.range(0, WRONG)
        .filter(i -> outcome(guess(), from).equals("api-key-unknown"))
        .count();
  }

  private PresentedApiKey guess() {
    return PresentedApiKey.of(Mode.LIVE, organisation.live().id(), RandomText.base62(32));
  }

  private String call(PresentedApiKey key) {
    try {
      return calls.as(Calls.with(key), caller -> "ok");
    } catch (ProblemException e) {
      return e.code().wire();
    }
  }

  private String outcome(PresentedApiKey key, String from) {
    try {
      return call(key, from);
    } catch (ProblemException e) {
      return e.code().wire();
    }
  }

  private String call(PresentedApiKey key, String from) {
    return calls.as(
        new PresentedCall(
            key, ApiKeyScope.VERIFICATIONS_WRITE, Calls.address(from), told::add, () -> {}),
        caller -> "ok");
  }
}
