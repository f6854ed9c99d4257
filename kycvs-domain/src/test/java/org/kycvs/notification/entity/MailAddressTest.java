package org.kycvs.notification.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @Test
  void parse_address_keepsTheLocalPartAndLowersTheDomain() {
    assertEquals("Ops+kyc@example.org", new MailAddress("Ops+kyc@Example.ORG").value());
    assertEquals("example.org", new MailAddress("a@Example.org").domain());
    assertEquals(Optional.of(new MailAddress("a@b.example")), MailAddress.parse(" a@b.example\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ops",
        "@example.org",
        "ops@",
        "ops@localhost",
        "ops@example..org",
        "ops@-example.org",
        ".ops@example.org",
        "o..ps@example.org",
        "o ps@example.org",
        "\"ops\"@example.org",
        "ops@[127.0.0.1]",
        "ops@example.org,other@example.org",
        "Ops <ops@example.org>",
        "ops@example.org\r\nBcc: other@example.org",
        "ops\r\n@example.org",
        "ops@exämple.org",
        "https://example.org/complaints"
      })
  void parse_anythingElse_isNone(String text) {
    assertEquals(Optional.empty(), MailAddress.parse(text));
  }

  @Test
  void parse_longest_isTakenAndOneMoreIsNot() {
    String domain = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(57) + ".in";
    String longest = "x".repeat(64) + "@" + domain;
    assertEquals(253, longest.length());
    assertEquals(longest, new MailAddress(longest).value());
    assertThrows(IllegalArgumentException.class, () -> new MailAddress("x" + longest));
    assertThrows(IllegalArgumentException.class, () -> new MailAddress("x@abc" + domain.repeat(2)));
  }

  @Test
  void list_several_arePartedByCommas() {
    assertEquals(
        List.of(new MailAddress("a@b.example"), new MailAddress("c@d.example")),
        MailAddress.list("a@b.example , c@d.example"));
    assertThrows(IllegalArgumentException.class, () -> MailAddress.list("a@b.example,"));
  }

  @Test
  void toString_neverShowsIt() {
    assertFalse(new MailAddress("a@b.example").toString().contains("b.example"));
  }
}
