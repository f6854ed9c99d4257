package org.kycvs.signing.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.OwnerDatabase;

/** The life of signing keys, in the container. */
class SigningKeysIT extends InContainer {
  @Inject private SigningKeys keys;

  @Test
  void ensureActive_activeKeysThere_makesNone() {
    List<String> before = activeKeys();
    keys.ensureActive();
    assertEquals(before, activeKeys());
    assertEquals(2, before.size());
  }

  private static List<String> activeKeys() {
    return OwnerDatabase.lines("SELECT kid FROM signing_key WHERE state = 'active' ORDER BY mode");
  }
}
