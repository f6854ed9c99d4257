package org.kycvs.launcher.check;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kycvs.launcher.check.IssuerFacts.KeyTime;

/**
 * Checks statements, offline: whether the issuer signed it, and whether it may be relied on now, by
 * this reader, for this question. It never throws for any text.
 *
 * <p>The order is that of RFC 8725: the form ({@code malformed}), the algorithm, the type, the key,
 * the signature, and only then the claims. Of a statement whose signature is right all reasons
 * against it are given. Only ES256 is accepted; every other {@code alg}, {@code none} and the HMACs
 * included, is {@code signature-invalid}. A header with {@code crit} is {@code malformed}, because
 * we define no extensions (RFC 7515 section 4.1.11), and so is another {@code typ}, such as that of
 * a receipt.
 */
public final class StatementCheck {
  /** By how much clocks may differ. */
  public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private static final String TYPE = "kycvs-status+jwt";
  private static final JWSHeader ES256 = new JWSHeader(JWSAlgorithm.ES256);
  private static final int ES256_SIGNATURE_CHARACTERS = 86;

  private final KnownKeys keys;
  private final Optional<IssuerFacts> facts;

  /** With keys alone: whose they are, and when they were used, is not checked. */
  public StatementCheck(KnownKeys keys) {
    this(keys, Optional.empty());
  }

  /** With keys, and what their issuer says about them if that is known. */
  public StatementCheck(KnownKeys keys, Optional<IssuerFacts> facts) {
    this.keys = keys;
    this.facts = facts;
  }

  /**
   * Checks a statement as it is to be relied on at a moment.
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
      requireStatement(form.header(), header.text("typ"));
    } catch (ParseException e) {
      return malformed(false, e);
    }
    Optional<ECPublicKey> key = keys.find(kid);
    if (key.isEmpty()) {
      return Refused.unauthentic(
          Reason.KEY_UNKNOWN, "The key that it names is not among the keys given.");
    }
    if (!isSignedBy(key.get(), form)) {
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

  private static void requireStatement(Map<String, Object> header, String type)
      throws ParseException {
    if (header.containsKey("crit")) {
      throw new ParseException("its header demands extensions that are not known", 0);
    }
    if (!type.equals(TYPE)) {
      throw new ParseException("its type is not " + TYPE, 0);
    }
  }

  private static boolean isSignedBy(ECPublicKey key, CompactForm form) {
    if (form.signature().toString().length() != ES256_SIGNATURE_CHARACTERS) {
      return false;
    }
    try {
      return new ECDSAVerifier(key).verify(ES256, form.signingInput(), form.signature());
    } catch (JOSEException e) {
      return false;
    }
  }

  private CheckResult weigh(StatementContent content, String kid, Expected expected, Instant now) {
    Optional<KeyTime> time = facts.flatMap(known -> known.find(kid));
    if (facts.isPresent()) {
      Optional<String> distrust = distrust(time, content.issuedAt());
      if (distrust.isPresent()) {
        return Refused.unauthentic(Reason.KEY_UNKNOWN, distrust.get());
      }
    }
    List<Refusal> refusals =
        new Objections(content)
            .toIssuer(expected.issuer())
            .toIssuer(time.map(KeyTime::issuer))
            .toAudience(expected.audience())
            .toNonce(expected.nonce())
            .toTime(now)
            .toTestMode(expected.allowTest())
            .all();
    return refusals.isEmpty()
        ? new Checked(content, expected.audience().isPresent())
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
