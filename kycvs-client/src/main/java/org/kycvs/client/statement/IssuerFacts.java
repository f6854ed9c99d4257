package org.kycvs.client.statement;

import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an issuer publishes about its keys ({@code kycvs.json}): whose each is, and between which
 * times it signed. With it a check also refuses what a retired key was made to sign later.
 */
public final class IssuerFacts {
  private final Map<String, KeyTime> times;

  private IssuerFacts(Map<String, KeyTime> times) {
    this.times = Map.copyOf(times);
  }

  /**
   * Reads {@code kycvs.json}.
   *
   * @throws ParseException if it is anything else; the message says what is wrong
   */
  public static IssuerFacts parse(String json) throws ParseException {
    Map<String, Object> document;
    ClaimReader reader;
    try {
      document = StrictJson.object(json);
      reader = new ClaimReader(document);
      Map<String, KeyTime> times = new HashMap<>();
      addAll(times, document.getOrDefault("keys", ""), reader.text("issuer"));
      addAll(times, document.getOrDefault("testKeys", List.of()), reader.text("testIssuer"));
      return new IssuerFacts(times);
    } catch (ParseException e) {
      throw new ParseException("it is not issuer metadata: " + e.getMessage(), 0);
    }
  }

  private static void addAll(Map<String, KeyTime> times, Object keys, String issuer)
      throws ParseException {
    if (!(keys instanceof List<?> list)) {
      throw new ParseException("it lists no keys", 0);
    }
    for (Object entry : list) {
      if (!(entry instanceof Map<?, ?> members)) {
        throw new ParseException("a key of it is not an object", 0);
      }
      Map<String, Object> key = new HashMap<>();
      members.forEach((name, value) -> key.put(String.valueOf(name), value));
      ClaimReader reader = new ClaimReader(key);
      KeyTime time =
          new KeyTime(
              issuer,
              reader.time("activeFrom"),
              reader.optionalTime("activeTo"),
              reader.optionalTime("compromisedAt"));
      if (times.put(reader.text("kid"), time) != null) {
        throw new ParseException("it lists a key twice", 0);
      }
    }
  }

  Optional<KeyTime> find(String kid) {
    return Optional.ofNullable(times.get(kid));
  }

  /**
   * When a key signed.
   *
   * @param issuer whose statements it signs, and no other's
   * @param activeFrom when it began
   * @param activeTo when it ended, if it did
   * @param compromisedAt from when somebody else may have had it
   */
  record KeyTime(
      String issuer,
      Instant activeFrom,
      Optional<Instant> activeTo,
      Optional<Instant> compromisedAt) {

    /** Whether it was the issuer's to sign with at that time, give or take the clock skew. */
    boolean covers(Instant issuedAt) {
      return !issuedAt.isBefore(activeFrom.minus(StatementChecker.CLOCK_SKEW))
          && activeTo
              .map(end -> !issuedAt.isAfter(end.plus(StatementChecker.CLOCK_SKEW)))
              .orElse(true);
    }
  }
}
