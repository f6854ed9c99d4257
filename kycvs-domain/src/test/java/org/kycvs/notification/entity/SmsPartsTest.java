package org.kycvs.notification.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmsPartsTest {

  @Test
  void of_lengthsAtTheEdgesInGsm_areSoManyParts() {
    assertParts(1, SmsEncoding.GSM, "");
    assertParts(1, SmsEncoding.GSM, "a".repeat(160));
    assertParts(2, SmsEncoding.GSM, "a".repeat(161));
    assertParts(2, SmsEncoding.GSM, "a".repeat(306));
    assertParts(3, SmsEncoding.GSM, "a".repeat(307));
    assertParts(1, SmsEncoding.GSM, "€".repeat(80));
    assertParts(2, SmsEncoding.GSM, "€".repeat(81));
  }

  @Test
  void of_lengthsAtTheEdgesInUcs2_areSoManyParts() {
    assertParts(1, SmsEncoding.UCS2, "ह".repeat(70));
    assertParts(2, SmsEncoding.UCS2, "ह".repeat(71));
    assertParts(2, SmsEncoding.UCS2, "ह".repeat(134));
    assertParts(3, SmsEncoding.UCS2, "ह".repeat(135));
    assertParts(1, SmsEncoding.UCS2, "😀".repeat(35));
    assertParts(2, SmsEncoding.UCS2, "😀".repeat(36));
  }

  @Test
  void of_escapePairAtTheEdge_goesToTheNextPart() {
    SmsParts parts = SmsParts.of("a".repeat(152) + "€" + "b".repeat(152));
    assertEquals(List.of("a".repeat(152), "€" + "b".repeat(151), "b"), parts.texts());
    assertEquals(List.of(152, 153, 1), parts.bytes().stream().map(part -> part.length).toList());
  }

  @Test
  void of_surrogatePairAtTheEdge_goesToTheNextPart() {
    SmsParts parts = SmsParts.of("ह".repeat(66) + "😀" + "ह".repeat(66));
    assertEquals(List.of("ह".repeat(66), "😀" + "ह".repeat(65), "ह"), parts.texts());
    assertEquals(List.of(132, 134, 2), parts.bytes().stream().map(part -> part.length).toList());
  }

  @Test
  void of_mixedText_losesNothingAndFillsEachPart() {
    String text = "{482913} ~ é ".repeat(60);
    SmsParts parts = SmsParts.of(text);
    assertEquals(text, String.join("", parts.texts()));
    for (String part : parts.texts().subList(0, parts.count() - 1)) {
      int units = SmsEncoding.GSM.units(part);
      assertEquals(units, Math.min(153, Math.max(152, units)), "a part has room left");
    }
  }

  @Test
  void of_moreThanAnOctetCanNumber_isRefused() {
    assertEquals(255, SmsParts.of("a".repeat(255 * 153)).count());
    assertThrows(IllegalArgumentException.class, () -> SmsParts.of("a".repeat(255 * 153 + 1)));
  }

  private static void assertParts(int count, SmsEncoding encoding, String text) {
    SmsParts parts = SmsParts.of(text);
    assertEquals(encoding, parts.encoding());
    assertEquals(count, parts.count());
    assertEquals(text, String.join("", parts.texts()));
  }
}
