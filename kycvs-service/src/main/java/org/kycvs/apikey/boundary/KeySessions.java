package org.kycvs.apikey.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kycvs.apikey.control.SessionTokens;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/**
 * Tokens by which somebody who had an API key may ask for one thing more without it. A token lives
 * for {@link #LIFE}. It names the key, organisation and mode, and one thing that it is about; it
 * tells nothing of a person. It opens nothing that the key does not open at that moment.
 */
@ApplicationScoped
public class KeySessions {
  /** How long a token lives. */
  public static final Duration LIFE = Duration.ofMinutes(15);

  @Inject private SessionTokens tokens;
  @Inject private Clock clock;

  /**
   * A token for a caller.
   *
   * @param subject what it is about, an id of ours
   */
  public String begin(KeyActor caller, String subject) {
    long now = clock.instant().getEpochSecond();
    return tokens.write(
        Json.createObjectBuilder()
            .add("sub", subject)
            .add("org", caller.organisation().value())
            .add("mode", caller.mode().wire())
            .add("key", caller.key().value())
            .add("iat", now)
            .add("exp", now + LIFE.toSeconds())
            .build());
  }

  /** What a token stands for; empty if it is none of ours, or its time is over. */
  public Optional<KeySession> read(String token) {
    return tokens.read(token).filter(this::isInTime).map(KeySessions::session);
  }

  private boolean isInTime(JsonObject claims) {
    long end = claims.getJsonNumber("exp").longValueExact();
    return clock.instant().isBefore(Instant.ofEpochSecond(end));
  }

  private static KeySession session(JsonObject claims) {
    return new KeySession(
        claims.getString("sub"),
        new ApiKeyId(claims.getString("key")),
        new OrganisationId(claims.getString("org")),
        Mode.ofWire(claims.getString("mode")));
  }
}
