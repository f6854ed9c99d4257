package org.kycvs.verification.control;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.client.statement.CheckResult;
import org.kycvs.client.statement.Expected;
import org.kycvs.client.statement.IssuerFacts;
import org.kycvs.client.statement.KnownKeys;
import org.kycvs.client.statement.Recall;
import org.kycvs.client.statement.Recalls;
import org.kycvs.client.statement.Refused;
import org.kycvs.client.statement.StatementChecker;
import org.kycvs.client.statement.StatementContent;
import org.kycvs.verification.boundary.StatementVerdict;

/**
 * The client's checker, for those who want to be told more than whether to rely on a statement:
 * also what an authentic one claims that is not to be relied on.
 */
public final class StatementCheck {
  private final KnownKeys keys;
  private final IssuerFacts facts;
  private final Recalls recalls;
  private final Clock clock;

  private StatementCheck(KnownKeys keys, IssuerFacts facts, Recalls recalls, Clock clock) {
    this.keys = keys;
    this.facts = facts;
    this.recalls = recalls;
    this.clock = clock;
  }

  /**
   * With what an issuer publishes.
   *
   * @param jwks a JWK set (RFC 7517)
   * @param metadata as {@code kycvs.json} has it
   * @param recalls where recalls are looked up, of authentic statements only
   * @throws ParseException if one of the documents is none
   */
  public static StatementCheck trusting(String jwks, String metadata, Recalls recalls, Clock clock)
      throws ParseException {
    return new StatementCheck(KnownKeys.parse(jwks), IssuerFacts.parse(metadata), recalls, clock);
  }

  /** Checks a text, whatever it is. */
  public StatementVerdict of(String statement, Expected expected) {
    Looked looked = new Looked(recalls);
    CheckResult result =
        StatementChecker.trusting(keys, facts, looked).by(clock).check(statement, expected);
    return result instanceof Refused refused
        ? new StatementVerdict(
            refused.authentic(), looked.recall, looked.content, refused.reasons())
        : new StatementVerdict(true, looked.recall, looked.content, List.of());
  }

  /** Remembers for which authentic statement recalls were looked up, and what came of it. */
  private static final class Looked implements Recalls {
    private final Recalls recalls;
    private Optional<StatementContent> content = Optional.empty();
    private Recall recall = Recall.UNKNOWN;

    Looked(Recalls recalls) {
      this.recalls = recalls;
    }

    @Override
    public Recall of(StatementContent statement, Instant now) {
      content = Optional.of(statement);
      recall = recalls.of(statement, now);
      return recall;
    }
  }
}
