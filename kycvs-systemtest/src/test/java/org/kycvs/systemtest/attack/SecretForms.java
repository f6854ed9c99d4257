package org.kycvs.systemtest.attack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** The forms that a secret may show itself in: as it is, in hex, and its plain SHA-256. */
final class SecretForms {
  private final Needles inText = new Needles();
  private final Needles inBytes = new Needles();

  /** From kind by secret. */
  SecretForms(Map<String, String> kinds) {
    kinds.forEach(
        (secret, kind) -> {
          if (secret.length() >= Needles.SHORTEST) {
            add(secret, kind);
          }
        });
  }

  /** Those that are in a text that is in lower case. */
  Needles inText() {
    return inText;
  }

  /** Those that are in bytes, a character a byte. */
  Needles inBytes() {
    return inBytes;
  }

  private void add(String secret, String kind) {
    String name = kind + " " + secret;
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    byte[] digest = sha256(bytes);
    String hex = HexFormat.of().formatHex(digest);
    boolean word = kind.equals("code") || kind.equals("name");
    inText.add(secret.toLowerCase(Locale.ROOT), word, name);
    inText.add(HexFormat.of().formatHex(bytes), false, name + " in hex");
    inText.add(hex, false, name + " as SHA-256");
    inBytes.add(new String(bytes, StandardCharsets.ISO_8859_1), false, name);
    inBytes.add(new String(digest, StandardCharsets.ISO_8859_1), false, name + " as SHA-256");
    inBytes.add(hex, false, name + " as SHA-256");
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
