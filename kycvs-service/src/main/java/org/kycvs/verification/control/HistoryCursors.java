package org.kycvs.verification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.entity.HistoryFilter;

/** Writes cursors that only this organisation can use, and only with the same filters. */
@Dependent
public class HistoryCursors {
  private static final int HASH_LENGTH = 16;
  private static final String SEPARATOR = " ";

  private final KeyedHash hash;

  /** With the master key from which the hash's key is derived. */
  @Inject
  public HistoryCursors(MasterKey masterKey) {
    this.hash = masterKey.keyedHash("kycvs/cursor/1");
  }

  /** The cursor as text. */
  public String write(KeyActor caller, HistoryFilter filter, HistoryCursor cursor) {
    String place = cursor.createdAt() + SEPARATOR + cursor.id();
    byte[] text = place.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(hash(caller, filter, place), HASH_LENGTH + text.length);
    System.arraycopy(text, 0, whole, HASH_LENGTH, text.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * The cursor of a text.
   *
   * @throws ProblemException {@code cursor-invalid}
   */
  public HistoryCursor read(KeyActor caller, HistoryFilter filter, String text) {
    try {
      byte[] whole = Base64.getUrlDecoder().decode(text);
      if (whole.length > HASH_LENGTH) {
        String place =
            new String(whole, HASH_LENGTH, whole.length - HASH_LENGTH, StandardCharsets.US_ASCII);
        byte[] given = Arrays.copyOf(whole, HASH_LENGTH);
        int cut = place.indexOf(SEPARATOR);
        if (MessageDigest.isEqual(given, hash(caller, filter, place)) && cut > 0) {
          return new HistoryCursor(
              Instant.parse(place.substring(0, cut)), place.substring(cut + 1));
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Falls through to the one refusal below.
    }
    throw new ProblemException(
        ProblemCode.CURSOR_INVALID,
        "This cursor was not made for this list. Begin again without it.");
  }

  private byte[] hash(KeyActor caller, HistoryFilter filter, String place) {
    byte[] full =
        hash.of(caller.organisation().value(), caller.mode().wire(), filter.toString(), place);
    return Arrays.copyOf(full, HASH_LENGTH);
  }
}
