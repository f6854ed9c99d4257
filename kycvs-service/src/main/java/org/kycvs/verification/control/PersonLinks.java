package org.kycvs.verification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.verification.entity.PersonLinkToken;

/**
 * The links of the second message. A token derives from the root of the master key, so the same
 * message can be made again and the token is kept nowhere; it is found by its hash, under another
 * label. Rotating the master key changes neither.
 */
@Dependent
public class PersonLinks {
  /** How long links are good for, from the answer on. */
  public static final Duration LIFE = Duration.ofHours(240);

  private static final String KEEP =
      """
      INSERT INTO person_link (verification_id, token_hash, expires_at) VALUES (?1, ?2, ?3)
      ON CONFLICT (verification_id) DO NOTHING
      """;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  private final KeyedHash tokens;
  private final KeyedHash hashes;

  /** With the master key from which tokens and hashes are derived. */
  @Inject
  public PersonLinks(MasterKey masterKey) {
    this.tokens = masterKey.keyedHash("kycvs/person-link-token/1");
    this.hashes = masterKey.keyedHash("kycvs/person-link/1");
  }

  /**
   * The token of a verification's links, on record from now on; the same however often it is asked
   * for.
   */
  public PersonLinkToken of(VerificationId verification, Instant completedAt) {
    PersonLinkToken token = tokenOf(verification);
    int added =
        database
            .createNativeQuery(KEEP)
            .setParameter(1, verification.value())
            .setParameter(2, hashOf(token))
            .setParameter(3, Timestamp.from(completedAt.plus(LIFE)))
            .executeUpdate();
    if (added > 1) {
      throw new IllegalStateException("A verification has the links of " + added);
    }
    return token;
  }

  /** The token of a verification's links, on record or not. */
  public PersonLinkToken tokenOf(VerificationId verification) {
    return new PersonLinkToken(
        RandomText.base62(tokens.of(verification.value()), RandomText.ID_LENGTH));
  }

  /** What the row of a token's links is found by. */
  public byte[] hashOf(PersonLinkToken token) {
    return hashes.of(token.value());
  }
}
