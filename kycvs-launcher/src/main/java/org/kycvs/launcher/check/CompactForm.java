package org.kycvs.launcher.check;

import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;

/**
 * The three parts of a JWS in compact serialisation (RFC 7515 section 7.1), each in the one
 * base64url form that its bytes have, so that no two texts are the same statement.
 *
 * @param signingInput what was signed: header, dot and payload as they stand
 * @param header the header's members
 * @param payload the payload's bytes in base64url; not to be read before the signature is right
 * @param signature the signature; empty if there is none
 */
record CompactForm(
    byte[] signingInput, Map<String, Object> header, Base64URL payload, Base64URL signature) {
  /** Longer than any statement; what is longer is not even looked at. */
  static final int LONGEST = 16 * 1024;

  private static final int PARTS = 3;

  static CompactForm parse(String text) throws ParseException {
    if (text.length() > LONGEST) {
      throw new ParseException("it is longer than any statement", 0);
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length != PARTS || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new ParseException("it is not three parts with dots between them", 0);
    }
    for (String part : parts) {
      requireCanonical(part);
    }
    Map<String, Object> header = StrictJson.object(utf8(new Base64URL(parts[0])));
    byte[] signingInput = (parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII);
    return new CompactForm(signingInput, header, new Base64URL(parts[1]), new Base64URL(parts[2]));
  }

  /** The payload's members; call it only when the signature is right. */
  Map<String, Object> claims() throws ParseException {
    return StrictJson.object(utf8(payload));
  }

  private static void requireCanonical(String part) throws ParseException {
    Base64URL text = new Base64URL(part);
    if (!Base64URL.encode(text.decode()).toString().equals(part)) {
      throw new ParseException("a part of it is not base64url", 0);
    }
  }

  private static String utf8(Base64URL part) throws ParseException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(part.decode())).toString();
    } catch (CharacterCodingException e) {
      throw new ParseException("a part of it is not UTF-8", 0);
    }
  }
}
