package org.kycvs.client.statement;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recalls as status lists tell that were fetched before. A list counts only if its key is one of
 * the statement's issuer.
 */
public final class KnownStatusLists implements Recalls {
  private final IssuerFacts facts;
  private final Map<String, StatusList> lists = new HashMap<>();

  /**
   * Of two lists with one name, the newer counts.
   *
   * @param facts whose key each is, and when it was in use
   */
  public KnownStatusLists(IssuerFacts facts, List<StatusList> lists) {
    this.facts = facts;
    lists.forEach(list -> this.lists.merge(list.uri(), list, KnownStatusLists::newer));
  }

  @Override
  public Recall of(StatementContent statement, Instant now) {
    return statement
        .statusListEntry()
        .flatMap(
            entry ->
                Optional.ofNullable(lists.get(entry.uri()))
                    .filter(list -> isOfItsIssuer(list, statement))
                    .map(list -> list.of(entry.index(), now)))
        .orElse(Recall.UNKNOWN);
  }

  private boolean isOfItsIssuer(StatusList list, StatementContent statement) {
    return facts
        .find(list.kid())
        .filter(key -> key.issuer().equals(statement.issuer()))
        .filter(key -> key.compromisedAt().isEmpty() && key.covers(list.issuedAt()))
        .isPresent();
  }

  private static StatusList newer(StatusList one, StatusList other) {
    return other.issuedAt().isAfter(one.issuedAt()) ? other : one;
  }
}
