package org.kycvs.shared.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
  private static final MasterKey MASTER =
      MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  @Test
  void framing_ofLabelAndField_putsLengthsBeforeBoth() {
    assertEquals(
        "00000001" + "61" + "00000002" + "c3a9",
        HexFormat.of().formatHex(Framing.of("a").field("é").bytes()));
  }

  @Test
  void of_fieldsCutElsewhere_differ() {
    KeyedHash hash = MASTER.keyedHash("kycvs/example/1");
    assertFalse(Arrays.equals(hash.of("ab", "c"), hash.of("a", "bc")));
  }

  @Test
  void of_sameFieldsUnderAnotherLabel_differ() {
    assertFalse(Arrays.equals(MASTER.keyedHash("a/1").of("x"), MASTER.keyedHash("a/2").of("x")));
  }

  /** Worked out with Python's hmac and a hand-written RFC 5869, not with this code. */
  @Test
  void of_workedExample_hasTheseBytes() {
    assertArrayEquals(
        HexFormat.of().parseHex("2519dadf43b71d9eb965737b9dda522cf74cff8950339e4de7e1b9cea8d2019a"),
        MASTER.keyedHash("kycvs/mobile/1").of("+917011000000"));
  }
}
