package org.kycvs.shared.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final MasterKey MASTER =
      MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final MasterKey OTHER =
      MasterKey.parse("/wECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  private final Seal seal = MASTER.seal("kycvs/example/1");

  @Test
  void open_whatWasSealedForTheSameOwner_givesItBack() {
    assertEquals("482913", seal.openText(seal.seal("482913", "ver_1"), "ver_1"));
  }

  @Test
  void seal_twice_givesDifferentBytes() {
    assertFalse(Arrays.equals(seal.seal("482913", "ver_1"), seal.seal("482913", "ver_1")));
  }

  @Test
  void open_movedToAnotherOwner_isRefused() {
    byte[] sealed = seal.seal("482913", "ver_1");
    assertThrows(IllegalStateException.class, () -> seal.open(sealed, "ver_2"));
  }

  @Test
  void open_withOneBitChanged_isRefused() {
    byte[] sealed = seal.seal("482913", "ver_1");
    sealed[sealed.length - 1] ^= 1;
    assertThrows(IllegalStateException.class, () -> seal.open(sealed, "ver_1"));
  }

  @Test
  void open_withAnotherMasterKey_isRefused() {
    byte[] sealed = seal.seal("482913", "ver_1");
    Seal other = OTHER.seal("kycvs/example/1");
    assertThrows(IllegalStateException.class, () -> other.open(sealed, "ver_1"));
  }
}
