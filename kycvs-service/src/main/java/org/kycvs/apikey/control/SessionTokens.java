package org.kycvs.apikey.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.TokenMac;

/**
 * Tokens that only we make and only we read: JWTs (RFC 7519) whose header never differs, with a key
 * of their own. A token with any other header is none, so nobody chooses an algorithm (RFC 8725,
 * section 3.1).
 */
@Dependent
public class SessionTokens {
  /** The label of their key. */
  public static final String LABEL = "kycvs/session-token/1";

  private static final String HEADER =
      encoded(
          "{\"typ\":\"kycvs-session+jwt\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.US_ASCII));
  private static final int PARTS = 3;

  private final TokenMac mac;

  /** With the master key from which their key is derived. */
  @Inject
  public SessionTokens(MasterKey masterKey) {
    this.mac = masterKey.tokenMac(LABEL);
  }

  /** The token of these claims. */
  public String write(JsonObject claims) {
    String signed = HEADER + "." + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
    return signed + "." + signature(signed);
  }

  /** The claims of a token that we made, or empty. */
  public Optional<JsonObject> read(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS || !parts[0].equals(HEADER)) {
      return Optional.empty();
    }
    byte[] due = ascii(signature(parts[0] + "." + parts[1]));
    if (!MessageDigest.isEqual(due, ascii(parts[2]))) {
      return Optional.empty();
    }
    try (JsonReader reader =
        Json.createReader(new ByteArrayInputStream(Base64.getUrlDecoder().decode(parts[1])))) {
      return Optional.of(reader.readObject());
    }
  }

  private String signature(String signed) {
    return encoded(mac.of(ascii(signed)));
  }

  /** What is no ASCII becomes a question mark, which no token has. */
  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
