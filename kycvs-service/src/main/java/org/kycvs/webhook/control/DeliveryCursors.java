package org.kycvs.webhook.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.webhook.entity.DeliveryState;

/**
 * Writes cursors that hold for the deliveries of one endpoint in one state only. Endpoints are of
 * one organisation and mode, so the cursor is too.
 */
@Dependent
public class DeliveryCursors {
  private static final int HASH_LENGTH = 16;

  private final KeyedHash hash;

  /** With the master key from which the hash's key is derived. */
  @Inject
  public DeliveryCursors(MasterKey masterKey) {
    this.hash = masterKey.keyedHash("kycvs/webhook-cursor/1");
  }

  /** The cursor of those before this number. */
  public String write(WebhookId endpoint, Optional<DeliveryState> state, long number) {
    byte[] whole =
        ByteBuffer.allocate(HASH_LENGTH + Long.BYTES)
            .put(hash(endpoint, state, number))
            .putLong(number)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * The number of a cursor.
   *
   * @throws ProblemException {@code cursor-invalid}
   */
  public long read(WebhookId endpoint, Optional<DeliveryState> state, String text) {
    try {
      byte[] whole = Base64.getUrlDecoder().decode(text);
      if (whole.length == HASH_LENGTH + Long.BYTES) {
        long number = ByteBuffer.wrap(whole, HASH_LENGTH, Long.BYTES).getLong();
        byte[] given = Arrays.copyOf(whole, HASH_LENGTH);
        if (MessageDigest.isEqual(given, hash(endpoint, state, number))) {
          return number;
        }
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the one refusal below.
    }
    throw new ProblemException(
        ProblemCode.CURSOR_INVALID,
        "This cursor was not made for this list. Begin again without it.");
  }

  private byte[] hash(WebhookId endpoint, Optional<DeliveryState> state, long number) {
    byte[] full =
        hash.of(endpoint.value(), state.map(DeliveryState::wire).orElse(""), Long.toString(number));
    return Arrays.copyOf(full, HASH_LENGTH);
  }
}
