package org.kycvs.client.statement;

import com.nimbusds.jose.JWSAlgorithm;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.client.statement.IssuerFacts.KeyTime;

/**
 * Checks statements, offline: whether the issuer signed it, and whether it may be relied on now, by
 * this reader, for this question. It never throws for any text. Safe for use by several threads.
 *
 * <p>The order is that of RFC 8725: the form ({@code malformed}), the algorithm, the type, the key,
 * the signature, and only then the claims. Of a statement whose signature is right all reasons
 * against it are given. Only ES256 is accepted; every other {@code alg}, {@code none} and the HMACs
 * included, is {@code signature-invalid}. A header with {@code crit} is {@code malformed}, because
 * we define no extensions (RFC 7515 section 4.1.11), and so is another {@code typ}, such as that of
 * a receipt.
 */
public final class StatementChecker {
  /** By how much clocks may differ. */
  public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private static final String TYPE = "kycvs-status+jwt";

  private final KnownKeys keys;
  private final Optional<IssuerFacts> facts;
  private final Recalls recalls;
  private final Clock clock;

  private StatementChecker(
      KnownKeys keys, Optional<IssuerFacts> facts, Recalls recalls, Clock clock) {
    this.keys = keys;
    this.facts = facts;
    this.recalls = recalls;
    this.clock = clock;
  }

  /**
   * Trusts an issuer's keys as far as the issuer says: for its statements, while each was in use.
   *
   * @param recalls where recalls are looked up; {@link Recalls#notLookedUp()} if nowhere
   */
  public static StatementChecker trusting(KnownKeys keys, IssuerFacts facts, Recalls recalls) {
    return new StatementChecker(keys, Optional.of(facts), recalls, Clock.systemUTC());
  }

  /**
   * Trusts keys for any issuer and time: what a retired or leaked key was made to sign passes too.
   * For those who have nothing but the keys.
   *
   * @param recalls where recalls are looked up; {@link Recalls#notLookedUp()} if nowhere
   */
  public static StatementChecker trustingKeysAlone(KnownKeys keys, Recalls recalls) {
    return new StatementChecker(keys, Optional.empty(), recalls, Clock.systemUTC());
  }

  /** The same by another clock. */
  public StatementChecker by(Clock other) {
    return new StatementChecker(keys, facts, recalls, other);
  }

  /**
   * Checks a statement as it is to be relied on now.
   *
   * @param statement the compact JWS, with nothing around it
   * @param expected what the reader knows beforehand
   */
  public CheckResult check(String statement, Expected expected) {
    return check(statement, expected, clock.instant());
  }

  /**
   * Checks a statement as it was or will be to be relied on at a moment.
   *
   * @param statement the compact JWS, with nothing around it
   * @param expected what the reader knows beforehand
   * @param now when it is to be relied on; expired from {@code exp} and the clock skew on
   */
  public CheckResult check(String statement, Expected expected, Instant now) {
    CompactForm form;
    String kid;
    try {
      form = CompactForm.parse(statement);
      ClaimReader header = new ClaimReader(form.header());
      Optional<String> wrongAlgorithm = wrongAlgorithm(header.text("alg"));
      if (wrongAlgorithm.isPresent()) {
        return Refused.unauthentic(Reason.SIGNATURE_INVALID, wrongAlgorithm.get());
      }
      kid = header.text("kid");
      form.requireType(TYPE);
    } catch (ParseException e) {
      return malformed(false, e);
    }
    Optional<ECPublicKey> key = keys.find(kid);
    if (key.isEmpty()) {
      return Refused.unauthentic(
          Reason.KEY_UNKNOWN, "The key that it names is not among the keys given.");
    }
    if (!form.isSignedBy(key.get())) {
      return Refused.unauthentic(
          Reason.SIGNATURE_INVALID,
          "The signature does not fit: it was changed, or signed with another key.");
    }
    try {
      return weigh(StatementContent.read(form.claims()), kid, expected, now);
    } catch (ParseException e) {
      return malformed(true, e);
    }
  }

  private static Optional<String> wrongAlgorithm(String algorithm) {
    return algorithm.equals(JWSAlgorithm.ES256.getName())
        ? Optional.empty()
        : Optional.of("It is not signed with ES256, the only algorithm that is accepted.");
  }

  private CheckResult weigh(StatementContent content, String kid, Expected expected, Instant now) {
    Optional<KeyTime> time = facts.flatMap(known -> known.find(kid));
    if (facts.isPresent()) {
      Optional<String> distrust = distrust(time, content.issuedAt());
      if (distrust.isPresent()) {
        return Refused.unauthentic(Reason.KEY_UNKNOWN, distrust.get());
      }
    }
    Recall recall = recalls.of(content, now);
    List<Refusal> refusals =
        new Objections(content)
            .toIssuer(expected.issuer())
            .toIssuer(time.map(KeyTime::issuer))
            .toAudience(expected.audience())
            .toNonce(expected.nonce())
            .toTime(now)
            .toRecall(recall)
            .toTestMode(expected.testAllowed())
            .all();
    return refusals.isEmpty()
        ? new Checked(content, expected.audience().isPresent(), recall)
        : new Refused(true, refusals);
  }

  /** Whoever has a leaked key can write any time, so a compromised key proves nothing at all. */
  private static Optional<String> distrust(Optional<KeyTime> time, Instant issuedAt) {
    if (time.isEmpty()) {
      return Optional.of("The issuer's metadata does not list the key that signed it.");
    }
    if (time.get().compromisedAt().isPresent()) {
      return Optional.of("The key that signed it has leaked, says the issuer's metadata.");
    }
    return time.get().covers(issuedAt)
        ? Optional.empty()
        : Optional.of("It says to be issued at a time when its key was not in use.");
  }

  private static Refused malformed(boolean authentic, ParseException e) {
    return new Refused(
        authentic,
        List.of(
            new Refusal(Reason.MALFORMED, "It is no status statement: " + e.getMessage() + ".")));
  }
}
