package org.kycvs.notification.entity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tables here are written by code points, apart from the class's own. */
class SmsEncodingTest {
  /** 3GPP TS 23.038, 6.2.1: septet by septet; 1B is the escape. */
  private static final int[] DEFAULT = {
    0x40, 0xA3, 0x24, 0xA5, 0xE8, 0xE9, 0xF9, 0xEC, 0xF2, 0xC7, 0x0A, 0xD8, 0xF8, 0x0D, 0xC5, 0xE5,
    0x394, 0x5F, 0x3A6, 0x393, 0x39B, 0x3A9, 0x3A0, 0x3A8, 0x3A3, 0x398, 0x39E, -1, 0xC6, 0xE6,
    0xDF, 0xC9, 0x20, 0x21, 0x22, 0x23, 0xA4, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x2D,
    0x2E, 0x2F, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A, 0x3B, 0x3C, 0x3D,
    0x3E, 0x3F, 0xA1, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x4D,
    0x4E, 0x4F, 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5A, 0xC4, 0xD6, 0xD1,
    0xDC, 0xA7, 0xBF, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D,
    0x6E, 0x6F, 0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A, 0xE4, 0xF6, 0xF1,
    0xFC, 0xE0
  };

  /** 3GPP TS 23.038, 6.2.1.1: character, septet after the escape. */
  private static final Map<Integer, Integer> EXTENSION =
      Map.of(
          0x0C, 0x0A, 0x5E, 0x14, 0x7B, 0x28, 0x7D, 0x29, 0x5C, 0x2F, 0x5B, 0x3C, 0x7E, 0x3D, 0x5D,
          0x3E, 0x7C, 0x40, 0x20AC, 0x65);

  @Test
  void bytes_eachCharacterOfTheTables_isItsSeptets() {
    assertEquals(128, DEFAULT.length);
    int[] all = IntStream.range(0, 0x10000).filter(SmsEncodingTest::isCharacter).toArray();
    Map<Integer, String> expected = new TreeMap<>();
    for (int septet = 0; septet < DEFAULT.length; septet++) {
      if (DEFAULT[septet] >= 0) {
        expected.put(DEFAULT[septet], "%02x".formatted(septet));
      }
    }
    EXTENSION.forEach((character, septet) -> expected.put(character, "1b%02x".formatted(septet)));
    assertEquals(137, expected.size());
    Map<Integer, String> found = new TreeMap<>();
    for (int character : all) {
      String text = Character.toString(character);
      if (SmsEncoding.of(text) == SmsEncoding.GSM) {
        found.put(character, HexFormat.of().formatHex(SmsEncoding.GSM.bytes(text)));
      }
    }
    assertEquals(expected, found);
  }

  @Test
  void of_oneCharacterOutsideOfTheTables_isUcs2() {
    assertEquals(SmsEncoding.GSM, SmsEncoding.of("482913 is your code. Sunrise Hotels"));
    assertEquals(SmsEncoding.UCS2, SmsEncoding.of("482913 is your code. Sunrise Hotels’"));
    assertEquals(SmsEncoding.UCS2, SmsEncoding.of("ç"), "only the capital is in the table");
    assertEquals(SmsEncoding.UCS2, SmsEncoding.of("\u001B"), "an escape is no character");
    assertEquals(SmsEncoding.GSM, SmsEncoding.of(""));
  }

  @Test
  void units_ofBothEncodings_countWhatTheySend() {
    assertEquals(6, SmsEncoding.GSM.units("a[b]"));
    assertEquals(2, SmsEncoding.GSM.units("€"));
    assertEquals(1, SmsEncoding.UCS2.units("€"));
    assertEquals(2, SmsEncoding.UCS2.units("😀"));
  }

  @Test
  void bytes_ofUcs2_areBigEndianWithoutMark() {
    assertArrayEquals(HexFormat.of().parseHex("0939d83dde000041"), SmsEncoding.UCS2.bytes("ह😀A"));
  }

  @Test
  void bytes_whatAnEncodingLacks_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> SmsEncoding.GSM.bytes("ह"));
    assertThrows(IllegalArgumentException.class, () -> SmsEncoding.GSM.units("ह"));
    assertThrows(IllegalArgumentException.class, () -> SmsEncoding.UCS2.bytes("a\uD83D"));
  }

  private static boolean isCharacter(int codePoint) {
    return !Character.isSurrogate((char) codePoint);
  }
}
