package org.kycvs.shared.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MasterKeyLinesTest {
  static final String ROOT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  static final String SECOND = "/wECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @Test
  void parse_oneLine_isRootAndSeals() {
    List<KnownMasterKey> keys = MasterKeyLines.parse(ROOT + "\n").keys();
    assertEquals(List.of(new KnownMasterKey(keys.get(0).id(), true, true, false)), keys);
  }

  @Test
  void parse_commentsAndBlankLines_areKeptAndMeanNothing() {
    String text = "# the root\n" + ROOT + "\n\n  # 2027\n " + SECOND + " \n";
    MasterKeyLines lines = MasterKeyLines.parse(text);
    assertEquals(2, lines.keys().size());
    assertTrue(lines.keys().get(1).seals());
    assertEquals(text, lines.text());
  }

  @Test
  void parse_nextLine_opensButDoesNotSeal() {
    MasterKey two = MasterKey.parse(ROOT + "\nnext " + SECOND);
    byte[] ofSecond = MasterKey.parse(SECOND).seal("a/1").seal("x", "y");
    assertEquals("x", two.seal("a/1").openText(ofSecond, "y"));
    assertEquals(
        "x", MasterKey.parse(ROOT).seal("a/1").openText(two.seal("a/1").seal("x", "y"), "y"));
    assertTrue(two.keys().get(1).isPrepared());
  }

  @Test
  void parse_wrongText_saysWhichLine_andNotWhatItHolds() {
    assertRefused("without a key", "");
    assertRefused("without a key", "# nothing\n");
    assertRefused("without a key", "next " + ROOT);
    assertRefused("not base64 in line 2", ROOT + "\n" + "secret!");
    assertRefused("not 32 bytes but 3 in line 3", ROOT + "\n#\nAAAA");
    assertRefused("the same key twice, again in line 2", ROOT + "\n" + ROOT);
    assertRefused(
        "a line after the one that is marked 'next'", ROOT + "\nnext " + SECOND + "\n" + SECOND);
  }

  @Test
  void rotated_anotherKeySeals_hashesStay() {
    MasterKeyLines one = MasterKeyLines.parse(ROOT);
    MasterKeyLines two = one.rotated();
    assertEquals(2, two.keys().size());
    assertTrue(two.text().startsWith(ROOT + "\n"));
    assertTrue(two.keys().get(0).isRoot());
    assertFalse(two.keys().get(0).seals());
    assertArrayEquals(
        MasterKey.parse(ROOT).keyedHash("kycvs/mobile/1").of("+91"),
        MasterKey.parse(two.text()).keyedHash("kycvs/mobile/1").of("+91"));
  }

  @Test
  void rotated_preparedKey_sealsAndNoneIsAdded() {
    MasterKeyLines prepared = MasterKeyLines.parse(ROOT).prepared();
    assertTrue(prepared.keys().get(0).seals());
    MasterKeyLines rotated = prepared.rotated();
    assertEquals(prepared.keys().get(1).id(), rotated.keys().get(1).id());
    assertTrue(rotated.keys().get(1).seals());
    assertThrows(IllegalStateException.class, prepared::prepared);
  }

  @Test
  void without_neitherRootNorTheKeyThatSeals_goes() {
    MasterKeyLines three = MasterKeyLines.parse(ROOT + "\n#kept\n" + SECOND).rotated();
    List<KnownMasterKey> keys = three.keys();
    assertEquals(List.of(keys.get(0), keys.get(2)), three.without(keys.get(1).id()).keys());
    assertTrue(three.without(keys.get(1).id()).text().contains("#kept"));
    for (int needed : List.of(0, 2)) {
      assertThrows(IllegalArgumentException.class, () -> three.without(keys.get(needed).id()));
    }
  }

  @Test
  void toString_showsNoSecret() {
    assertFalse(MasterKeyLines.parse(ROOT).toString().contains(ROOT.substring(0, 8)));
  }

  private static void assertRefused(String why, String text) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> MasterKeyLines.parse(text));
    assertEquals(why, refusal.getMessage());
  }
}
