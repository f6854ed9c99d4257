package org.kycvs.verification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.verification.entity.HistoryFilter;
import org.kycvs.verification.entity.Verification;
import org.kycvs.verification.entity.VerificationState;

/** Lists an organisation's verifications; filters, sorts and cuts in the database. */
@Dependent
public class HistoryQuery {
  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /** Those that the filter lets through, after the cursor, newest first. */
  public List<Verification> newestFirst(
      KeyActor caller,
      HistoryFilter filter,
      Optional<HistoryCursor> after,
      Instant now,
      int limit) {
    StringBuilder where = new StringBuilder("v.organisationId = :organisation AND v.mode = :mode");
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("organisation", caller.organisation().value());
    parameters.put("mode", caller.mode());
    filter.from().ifPresent(narrow(where, parameters, "v.createdAt >= :from", "from"));
    filter.to().ifPresent(narrow(where, parameters, "v.createdAt < :to", "to"));
    filter.purpose().ifPresent(narrow(where, parameters, "v.purposeCode = :purpose", "purpose"));
    filter
        .reference()
        .ifPresent(narrow(where, parameters, "v.reference = :reference", "reference"));
    filter.state().ifPresent(state -> narrowToState(where, parameters, state, now));
    after.ifPresent(
        cursor -> {
          where.append(" AND (v.createdAt < :at OR (v.createdAt = :at AND v.id < :id))");
          parameters.put("at", cursor.createdAt());
          parameters.put("id", cursor.id());
        });
    TypedQuery<Verification> query =
        database.createQuery(
            "SELECT v FROM Verification v WHERE " + where + " ORDER BY v.createdAt DESC, v.id DESC",
            Verification.class);
    parameters.forEach(query::setParameter);
    return query.setMaxResults(limit).getResultList();
  }

  private static <T> java.util.function.Consumer<T> narrow(
      StringBuilder where, Map<String, Object> parameters, String condition, String name) {
    return value -> {
      where.append(" AND ").append(condition);
      parameters.put(name, value);
    };
  }

  /** A verification whose time is over has ended, whether or not that was noted yet. */
  private static void narrowToState(
      StringBuilder where, Map<String, Object> parameters, VerificationState state, Instant now) {
    parameters.put("state", state);
    switch (state) {
      case AWAITING_CODE, CONSENTED -> {
        where.append(" AND v.state = :state AND v.expiresAt > :now");
        parameters.put("now", now);
      }
      case EXPIRED, NO_MATCH -> {
        where.append(" AND (v.state = :state OR (v.state = :before AND v.expiresAt <= :now))");
        parameters.put("now", now);
        parameters.put(
            "before",
            state == VerificationState.EXPIRED
                ? VerificationState.AWAITING_CODE
                : VerificationState.CONSENTED);
      }
      default -> where.append(" AND v.state = :state");
    }
  }
}
