package org.kycvs.verification.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.consent.boundary.Consents;
import org.kycvs.consent.boundary.Receipts;
import org.kycvs.consent.entity.ConsentReceipt;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.control.HistoryCursor;
import org.kycvs.verification.control.HistoryCursors;
import org.kycvs.verification.control.HistoryQuery;
import org.kycvs.verification.control.VerificationStore;
import org.kycvs.verification.entity.Answer;
import org.kycvs.verification.entity.HistoryFilter;
import org.kycvs.verification.entity.Verification;

/** What an organisation asked: only its own, only in the mode of its key. */
@Stateless
public class VerificationHistory {
  @Inject private VerificationStore verifications;
  @Inject private VerificationViews views;
  @Inject private HistoryQuery query;
  @Inject private HistoryCursors cursors;
  @Inject private Consents consents;
  @Inject private Receipts receipts;
  @Inject private Clock clock;

  /**
   * One verification.
   *
   * @throws ProblemException {@code verification-not-found}
   */
  public VerificationView get(KeyActor caller, VerificationId id) {
    return views.of(find(caller, id));
  }

  /**
   * Those that the filter lets through, newest first.
   *
   * @param cursor where to go on, as the page before said
   * @param limit how many at most
   * @throws ProblemException {@code cursor-invalid} if the cursor is not one of these filters
   */
  public HistoryPage list(
      KeyActor caller, HistoryFilter filter, Optional<String> cursor, int limit) {
    Optional<HistoryCursor> after = cursor.map(text -> cursors.read(caller, filter, text));
    List<Verification> found = query.newestFirst(caller, filter, after, clock.instant(), limit + 1);
    List<Verification> page = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit
            ? Optional.of(cursors.write(caller, filter, HistoryCursor.after(page.get(limit - 1))))
            : Optional.empty();
    return new HistoryPage(views.of(page), next);
  }

  /**
   * The statement of a completed verification, a compact JWS.
   *
   * @throws ProblemException {@code verification-not-found}, {@code not-found} if there is none,
   *     {@code consent-withdrawn}
   */
  public String statement(KeyActor caller, VerificationId id) {
    Verification asked = find(caller, id);
    if (consents.of(id).filter(consent -> !consent.isGiven()).isPresent()) {
      throw new ProblemException(
          ProblemCode.CONSENT_WITHDRAWN, "The person withdrew the consent. Use it no more.");
    }
    return asked.answer().map(Answer::statement).orElseThrow(VerificationHistory::notCompleted);
  }

  /**
   * The newest receipt of a completed verification's consent, a compact JWS.
   *
   * @throws ProblemException {@code verification-not-found}, {@code not-found} if there is none
   */
  public String receipt(KeyActor caller, VerificationId id) {
    Verification asked = find(caller, id);
    return receipts
        .newest(asked.id())
        .map(ConsentReceipt::compactJws)
        .orElseThrow(VerificationHistory::notCompleted);
  }

  private Verification find(KeyActor caller, VerificationId id) {
    return verifications.find(caller, id).orElseThrow(Verifications::notFound);
  }

  private static ProblemException notCompleted() {
    return new ProblemException(ProblemCode.NOT_FOUND, "This verification has no answer.");
  }
}
