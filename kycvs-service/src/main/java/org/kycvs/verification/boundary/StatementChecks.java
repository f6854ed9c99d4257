package org.kycvs.verification.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import org.kycvs.client.statement.Expected;
import org.kycvs.client.statement.Recall;
import org.kycvs.client.statement.StatementContent;
import org.kycvs.consent.boundary.Consents;
import org.kycvs.consent.entity.Consent;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.signing.boundary.PublishedDocuments;
import org.kycvs.signing.boundary.PublishedKeys;
import org.kycvs.verification.control.StatementCheck;

/**
 * Checks statements for anybody who has one. Of a text that we did not sign nothing is looked up;
 * of one that we signed, nothing is told but what it says itself and whether it still holds.
 */
@Stateless
public class StatementChecks {
  @Inject private PublishedKeys published;
  @Inject private Consents consents;
  @Inject private Clock clock;

  /**
   * What is to be said about a text now.
   *
   * @param statement the text, whatever it is
   * @param expected what whoever asks knows beforehand
   */
  public StatementVerdict check(String statement, Expected expected) {
    PublishedDocuments own = published.documents();
    try {
      return StatementCheck.trusting(
              own.jwks(), own.metadata(), (content, now) -> recall(content), clock)
          .of(statement, expected);
    } catch (ParseException e) {
      throw new IllegalStateException("What we publish cannot be read", e);
    }
  }

  /** A person recalls a statement by withdrawing the consent to its verification. */
  private Recall recall(StatementContent statement) {
    return VerificationId.parse(statement.verification())
        .flatMap(consents::of)
        .map(Consent::isGiven)
        .map(given -> given ? Recall.CLEAR : Recall.RECALLED)
        .orElse(Recall.UNKNOWN);
  }
}
