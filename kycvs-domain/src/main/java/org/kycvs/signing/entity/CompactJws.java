package org.kycvs.signing.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Something signed, as text: a JWS in compact serialisation (RFC 7515 section 7.1). Its form is
 * right; whether its signature is says only a check.
 *
 * @param value three base64url parts with dots between them
 */
public record CompactJws(String value) {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  /** Refuses text of another form. */
  public CompactJws {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a compact JWS");
    }
  }

  /** SHA-256 (FIPS 180-4) of the text, in base64url without padding: 43 characters. */
  public String sha256() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
