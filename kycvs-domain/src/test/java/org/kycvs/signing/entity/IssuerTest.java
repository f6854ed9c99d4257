package org.kycvs.signing.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.shared.mode.Mode;

class IssuerTest {

  @Test
  void in_test_isApartFromLive() {
    Issuer live = Issuer.live("https://kycvs.example");
    assertEquals("https://kycvs.example/test", live.in(Mode.TEST).value());
    assertEquals("https://kycvs.example/.well-known/test/jwks.json", live.in(Mode.TEST).jwksUri());
    assertNotEquals(live, live.in(Mode.TEST));
  }

  @Test
  void in_testAndBack_isTheSameIssuer() {
    Issuer live = Issuer.live("https://kycvs.example");
    assertEquals(live, live.in(Mode.TEST).in(Mode.LIVE));
    assertEquals("https://kycvs.example/.well-known/jwks.json", live.jwksUri());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kycvs.example",
        "ftp://kycvs.example",
        "https://kycvs.example/",
        "https://KYCVS.example",
        "https://kycvs.example/test",
        "https://kycvs.example?a=b",
        "https://kycvs.example#a",
        "https://user@kycvs.example",
        "https://kycvs.example/a/../b",
        "https:kycvs.example",
        "https:// kycvs.example"
      })
  void live_anotherForm_isRefused(String uri) {
    assertThrows(IllegalArgumentException.class, () -> Issuer.live(uri));
  }
}
