package org.kycvs.signing.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.AtOnce;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.Completed;

/** The life of signing keys, with several nodes at them at once. */
class SigningKeysIT extends InContainer {
  private static final Duration LONGER_THAN_A_NODE_REMEMBERS = Duration.ofSeconds(6);

  @Inject private SigningKeys keys;
  @Inject private PublishedKeys published;
  @Inject private Journey journey;

  @Test
  void ensureActive_activeKeysThere_makesNone() {
    List<String> before = activeKeys();
    keys.ensureActive();
    assertEquals(before, activeKeys());
  }

  @Test
  void ensureActive_manyAtOnceWithoutKeys_makeOneForEachMode() {
    List<String> before = activeKeys();
    retireAll();
    assertEquals(List.of(), activeKeys());

    List<Boolean> done =
        AtOnce.call(
            16,
            () -> {
              keys.ensureActive();
              return true;
            });

    assertEquals(16, done.size());
    assertEquals(List.of("live", "test"), activeModes());
    assertNotEquals(before, activeKeys());
    for (String kid : before) {
      assertTrue((published.jwks(Mode.LIVE) + published.jwks(Mode.TEST)).contains(kid), kid);
    }
    assertEquals(
        2,
        OwnerDatabase.lines(
                "SELECT a.id FROM audit_entry a JOIN signing_key k ON k.kid = a.subject"
                    + " WHERE a.act = 'signing-key-made' AND k.state = 'active'")
            .size());
  }

  @Test
  void sign_noKeyActive_makesOneAndSignsWithIt() throws ParseException {
    retireAll();
    TestClock.INSTANCE.advance(LONGER_THAN_A_NODE_REMEMBERS);
    AskingOrganisation organisation = AskingOrganisation.make();
    VerificationId id = journey.asked(organisation, RegisteredPerson.vaccinated());
    Completed completed =
        assertInstanceOf(Completed.class, journey.confirm(organisation, id, journey.codeOf(id)));

    String statement = completed.view().verification().answer().orElseThrow().statement();
    assertEquals(activeKeys().get(0), JWSObject.parse(statement).getHeader().getKeyID());
    assertEquals(List.of("live", "test"), activeModes());
  }

  private static void retireAll() {
    int retired =
        OwnerDatabase.execute(
            "UPDATE signing_key SET state = 'retired', active_to = greatest(active_from, ?)"
                + " WHERE state = 'active'",
            Timestamp.from(TestClock.INSTANCE.instant()));
    assertEquals(2, retired);
  }

  private static List<String> activeKeys() {
    return OwnerDatabase.lines("SELECT kid FROM signing_key WHERE state = 'active' ORDER BY mode");
  }

  private static List<String> activeModes() {
    return OwnerDatabase.lines("SELECT mode FROM signing_key WHERE state = 'active' ORDER BY mode");
  }
}
