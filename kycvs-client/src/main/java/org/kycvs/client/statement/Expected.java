package org.kycvs.client.statement;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What whoever checks a statement knows beforehand. Each step has to be said, also that something
 * does not matter: what is forgotten here would let somebody else's statement pass.
 *
 * <pre>{@code
 * Expected.audience("org_1TBXBvvGzmVEJwtIdOR6UI").nonce("c2b7-9f31-aa04").live()
 * Expected.anyAudience().anyNonce().liveOrTest()
 * }</pre>
 */
public final class Expected {
  private static final Pattern ORGANISATION = Pattern.compile("org_[0-9A-Za-z]{22}");
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9._~-]{8,128}");

  private final Optional<String> issuer;
  private final Optional<String> audience;
  private final Optional<String> nonce;
  private final boolean testAllowed;

  private Expected(
      Optional<String> issuer,
      Optional<String> audience,
      Optional<String> nonce,
      boolean testAllowed) {
    this.issuer = issuer;
    this.audience = audience;
    this.nonce = nonce;
    this.testAllowed = testAllowed;
  }

  /**
   * Made for this organisation, best your own: else it was made for somebody else's question.
   *
   * @param organisation {@code org_} and 22 letters and digits
   * @throws IllegalArgumentException if it is none
   */
  public static WithAudience audience(String organisation) {
    if (!ORGANISATION.matcher(organisation).matches()) {
      throw new IllegalArgumentException("Not an organisation's id, which looks like org_…");
    }
    return new WithAudience(Optional.of(organisation));
  }

  /** Made for whomever: for auditors, who read what others asked. */
  public static WithAudience anyAudience() {
    return new WithAudience(Optional.empty());
  }

  /** The next step: which question it must answer. */
  public static final class WithAudience {
    private final Optional<String> audience;

    private WithAudience(Optional<String> audience) {
      this.audience = audience;
    }

    /**
     * Answering the question with this nonce, and no earlier one.
     *
     * @param value as you asked with it: 8 to 128 of {@code A-Z a-z 0-9 . _ ~ -}
     * @throws IllegalArgumentException if it has another form
     */
    public WithNonce nonce(String value) {
      if (!NONCE.matcher(value).matches()) {
        throw new IllegalArgumentException("Not a nonce: it has 8 to 128 of A-Z a-z 0-9 . _ ~ -");
      }
      return new WithNonce(audience, Optional.of(value));
    }

    /** Answering whichever question: for those who asked without a nonce. */
    public WithNonce anyNonce() {
      return new WithNonce(audience, Optional.empty());
    }
  }

  /** The last step: whether invented people will do. */
  public static final class WithNonce {
    private final Optional<String> audience;
    private final Optional<String> nonce;

    private WithNonce(Optional<String> audience, Optional<String> nonce) {
      this.audience = audience;
      this.nonce = nonce;
    }

    /** About a real person. */
    public Expected live() {
      return new Expected(Optional.empty(), audience, nonce, false);
    }

    /** About a real person or an invented one: for tests, never where somebody is let in. */
    public Expected liveOrTest() {
      return new Expected(Optional.empty(), audience, nonce, true);
    }
  }

  /**
   * The same, and issued by this issuer. With the issuer's facts this need not be said: they name
   * the issuer of each key.
   *
   * @param uri as {@code iss} has it, compared character by character
   */
  public Expected issuedBy(String uri) {
    return new Expected(Optional.of(uri), audience, nonce, testAllowed);
  }

  Optional<String> issuer() {
    return issuer;
  }

  Optional<String> audience() {
    return audience;
  }

  Optional<String> nonce() {
    return nonce;
  }

  boolean testAllowed() {
    return testAllowed;
  }
}
