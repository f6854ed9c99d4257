package org.kycvs.client.webhook;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.kycvs.client.Mode;
import org.kycvs.client.VerificationId;

/**
 * Something happened. It says where to look; the answer itself is fetched with your API key.
 *
 * @param id names the event: what came before with this id needs nothing to be done again
 * @param type such as {@code verification.completed}; pass over a type that you do not know
 * @param timestamp when it happened
 * @param mode of real people or of test people
 * @param verification which verification it is about, if it is about one
 * @param sequence 1 for the first event about a verification, and higher for each later one
 * @param state the verification's state then, such as {@code completed}
 */
public record WebhookEvent(
    String id,
    String type,
    Instant timestamp,
    Mode mode,
    Optional<VerificationId> verification,
    OptionalInt sequence,
    Optional<String> state) {

  /** Reads a body whose signature was right. */
  static WebhookEvent read(String id, byte[] body) {
    try {
      Map<String, Object> members = JSONObjectUtils.parse(new String(body, StandardCharsets.UTF_8));
      Map<String, Object> data = JSONObjectUtils.getJSONObject(members, "data");
      if (data == null) {
        throw new WebhookRefusedException("It has no data");
      }
      return new WebhookEvent(
          id,
          text(members, "type"),
          Instant.parse(text(members, "timestamp")),
          Mode.TEST.wire().equals(text(data, "mode")) ? Mode.TEST : Mode.LIVE,
          optional(data, "verification").map(VerificationId::of),
          data.containsKey("sequence")
              ? OptionalInt.of(JSONObjectUtils.getInt(data, "sequence"))
              : OptionalInt.empty(),
          optional(data, "state"));
    } catch (ParseException | DateTimeException | IllegalArgumentException e) {
      throw new WebhookRefusedException("It is not an event: " + e.getMessage());
    }
  }

  private static String text(Map<String, Object> members, String name) throws ParseException {
    return optional(members, name).orElseThrow(() -> new ParseException("no " + name, 0));
  }

  private static Optional<String> optional(Map<String, Object> members, String name)
      throws ParseException {
    return Optional.ofNullable(JSONObjectUtils.getString(members, name));
  }
}
