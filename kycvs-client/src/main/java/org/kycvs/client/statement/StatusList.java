package org.kycvs.client.statement;

import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/**
 * A status list token (draft-ietf-oauth-status-list, sections 4 and 5): one bit for each statement
 * of a list, set when it is recalled. Its signature is right.
 */
public final class StatusList {
  /** The places of the longest list. */
  static final int MOST = 1 << 20;

  private static final String TYPE = "statuslist+jwt";
  private static final int MOST_BYTES = MOST / Byte.SIZE;
  private static final int LARGEST_TOKEN = 256 * 1024;

  private final String kid;
  private final String uri;
  private final Instant issuedAt;
  private final Instant goodUntil;
  private final byte[] bits;

  private StatusList(String kid, Map<String, Object> claims) throws ParseException {
    this.kid = kid;
    ClaimReader reader = new ClaimReader(claims);
    uri = reader.text("sub");
    issuedAt = reader.seconds("iat");
    Duration life = Duration.ofSeconds(reader.optionalNumber("ttl", Integer.MAX_VALUE).orElse(0L));
    goodUntil = claims.containsKey("exp") ? reader.seconds("exp") : issuedAt.plus(life);
    ClaimReader list =
        new ClaimReader(
            reader
                .optionalObject("status_list")
                .orElseThrow(() -> new ParseException("its claim status_list is missing", 0)));
    if (list.number("bits", Byte.SIZE) != 1) {
      throw new ParseException("it has not one bit for a statement", 0);
    }
    bits = inflated(new Base64URL(list.text("lst")).decode());
  }

  /**
   * Reads a list and checks its signature.
   *
   * @param token the compact JWS, with nothing around it
   * @throws ParseException if it is no such list, or none of the keys signed it; the message says
   *     which
   */
  public static StatusList parse(String token, KnownKeys keys) throws ParseException {
    try {
      CompactForm form = CompactForm.parse(token, LARGEST_TOKEN);
      ClaimReader header = new ClaimReader(form.header());
      form.requireType(TYPE);
      String kid = header.text("kid");
      if (!header.text("alg").equals("ES256")
          || !keys.find(kid).map(form::isSignedBy).orElse(false)) {
        throw new ParseException("none of the known keys signed it", 0);
      }
      return new StatusList(kid, form.claims());
    } catch (ParseException e) {
      throw new ParseException("it is not a status list: " + e.getMessage(), 0);
    }
  }

  /** What the list is called, and where it is published. */
  public String uri() {
    return uri;
  }

  /** When it was made: what was recalled later is not in it. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** Which key signed it. */
  String kid() {
    return kid;
  }

  /**
   * What it says about a place. A recall is for ever, also in an old list; that there was none,
   * only a fresh one tells.
   */
  Recall of(int index, Instant now) {
    if (index >= bits.length * Byte.SIZE) {
      return Recall.UNKNOWN;
    }
    if ((bits[index / Byte.SIZE] & 1 << index % Byte.SIZE) != 0) {
      return Recall.RECALLED;
    }
    boolean fresh =
        now.isBefore(goodUntil.plus(StatementChecker.CLOCK_SKEW))
            && !issuedAt.isAfter(now.plus(StatementChecker.CLOCK_SKEW));
    return fresh ? Recall.CLEAR : Recall.UNKNOWN;
  }

  private static byte[] inflated(byte[] compressed) throws ParseException {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ParseException("it is longer than any list", 0);
      }
      return bytes;
    } catch (IOException e) {
      throw new ParseException("its list is not compressed as it should be", 0);
    }
  }
}
