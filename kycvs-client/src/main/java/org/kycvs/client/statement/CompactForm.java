package org.kycvs.client.statement;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
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
  private static final JWSHeader ES256 = new JWSHeader(JWSAlgorithm.ES256);
  private static final int ES256_SIGNATURE_CHARACTERS = 86;

  static CompactForm parse(String text) throws ParseException {
    return parse(text, LONGEST);
  }

  static CompactForm parse(String text, int longest) throws ParseException {
    if (text.length() > longest) {
      throw new ParseException("it is longer than it can be", 0);
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

  /** Refuses another type, and extensions, none of which is known (RFC 7515, section 4.1.11). */
  void requireType(String type) throws ParseException {
    if (header.containsKey("crit")) {
      throw new ParseException("its header demands extensions that are not known", 0);
    }
    if (!new ClaimReader(header).text("typ").equals(type)) {
      throw new ParseException("its type is not " + type, 0);
    }
  }

  /** Whether the key made the signature, by ES256 (RFC 7518, section 3.4). */
  boolean isSignedBy(ECPublicKey key) {
    if (signature.toString().length() != ES256_SIGNATURE_CHARACTERS) {
      return false;
    }
    try {
      return new ECDSAVerifier(key).verify(ES256, signingInput, signature);
    } catch (JOSEException e) {
      return false;
    }
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
