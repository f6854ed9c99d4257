package org.kycvs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is a key, and what is said about what is none. */
class ApiKeyTest {
  /** The worked example of docs/bytes.md. */
  private static final String EXAMPLE =
      "kvs_test_KKKKKKKKKKKKKKKKKKKKKK_ssssssssssssssssssssssssssssssss31JMij";

  @Test
  void of_wholeKey_knowsItsModeAndDoesNotPrintItself() {
    ApiKey key = ApiKey.of(EXAMPLE + "\n");

    assertEquals(Mode.TEST, key.mode());
    assertEquals(Mode.LIVE, ApiKey.of(Samples.LIVE_KEY).mode());
    assertEquals("ApiKey(test)", key.toString());
  }

  @Test
  void of_otherText_saysWhatIsWrongAndNotTheKey() {
    assertRefused("begins with", "sk_live_" + EXAMPLE.substring(9));
    assertRefused("has 70 characters, this has 69", EXAMPLE.substring(0, 69));
    assertRefused("letters and digits", EXAMPLE.replace("KK_", "K__"));
    assertRefused("checksum", EXAMPLE.replace("KKK_", "KKL_"));
    assertRefused("checksum", EXAMPLE.replace("kvs_test", "kvs_live"));
    assertRefused("begins with", "");
  }

  private static void assertRefused(String words, String text) {
    String message = assertThrows(IllegalArgumentException.class, () -> ApiKey.of(text)).toString();
    assertTrue(message.contains(words), message);
    assertFalse(message.contains("sssss"), message);
  }
}
