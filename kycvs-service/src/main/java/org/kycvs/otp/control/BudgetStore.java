package org.kycvs.otp.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kycvs.otp.entity.BudgetAccount;
import org.kycvs.otp.entity.BudgetLimit;
import org.kycvs.otp.entity.BudgetLimit.Kind;
import org.kycvs.otp.entity.BudgetLimit.Scope;
import org.kycvs.otp.entity.BudgetStanding;

/**
 * Keeps budgets in the database: a row a mobile with what was counted for it. In all statements ?1
 * is the mobile's index, ?2 the organisation, ?3 the instant of the call.
 */
@Dependent
public class BudgetStore {
  /**
   * Longer than any window needs, so that nothing is dropped that a call still counts which waited
   * for a lock, or whose node's clock is a little behind.
   */
  private static final Duration KEPT = BudgetLimit.LONGEST_WINDOW.plusHours(1);

  /** Whoever meets a row that somebody holds waits, and then sees what was left in it. */
  private static final String COUNT =
      """
      INSERT INTO code_budget AS kept (mobile_index, %1$s, newest_at)
      VALUES (?1, ARRAY[CAST(ROW(CAST(?3 AS timestamptz), ?2) AS code_event)], ?3)
      ON CONFLICT (mobile_index) DO UPDATE SET
        %1$s = ARRAY(SELECT e FROM unnest(kept.%1$s) e WHERE e.at > CAST(?4 AS timestamptz)) || excluded.%1$s,
        newest_at = greatest(kept.newest_at, excluded.newest_at)
      """;

  private static final String LOCK =
      "SELECT %s FROM code_budget kept WHERE mobile_index = ?1 FOR UPDATE";
  private static final String OPEN =
      """
      INSERT INTO code_budget (mobile_index, newest_at) VALUES (?1, ?2)
      ON CONFLICT (mobile_index) DO NOTHING
      """;
  private static final String NTH_NEWEST =
      "(SELECT e.at FROM unnest(kept.%s) e WHERE %s ORDER BY e.at DESC OFFSET %d LIMIT 1)";
  private static final String REMOVE =
      """
      DELETE FROM code_budget WHERE mobile_index IN (
        SELECT mobile_index FROM code_budget WHERE newest_at <= ?1
        ORDER BY newest_at LIMIT ?2 FOR UPDATE SKIP LOCKED)
      """;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /**
   * Counts an event unless one of the limits is reached, in one statement. The row is held against
   * everybody else until the transaction ends, counted or not.
   */
  public boolean countWithin(
      List<BudgetLimit> limits, BudgetAccount account, Kind kind, Instant now) {
    String within =
        limits.stream().map(BudgetStore::isOpen).collect(Collectors.joining(" AND ", "WHERE ", ""));
    return count(COUNT.formatted(column(kind)) + within, account, now) == 1;
  }

  /** Counts an event that has happened, whatever the limits. */
  public void count(BudgetAccount account, Kind kind, Instant now) {
    int rows = count(COUNT.formatted(column(kind)), account, now);
    if (rows != 1) {
      throw new IllegalStateException("Counted in " + rows + " budgets instead of one");
    }
  }

  /** How limits stand. The row is held against everybody else until the transaction ends. */
  public List<BudgetStanding> lock(List<BudgetLimit> limits, BudgetAccount account, Instant now) {
    return find(limits, account)
        .or(
            () -> {
              open(account, now);
              return find(limits, account);
            })
        .orElseThrow(() -> new IllegalStateException("The budget that was held is gone"));
  }

  /** Removes rows that no window needs any more; says how many. */
  public int removeIdle(Instant now, int most) {
    return database
        .createNativeQuery(REMOVE)
        .setParameter(1, Timestamp.from(now.minus(KEPT)))
        .setParameter(2, most)
        .executeUpdate();
  }

  private int count(String sql, BudgetAccount account, Instant now) {
    return of(account, sql)
        .setParameter(3, Timestamp.from(now))
        .setParameter(4, Timestamp.from(now.minus(KEPT)))
        .executeUpdate();
  }

  private Optional<List<BudgetStanding>> find(List<BudgetLimit> limits, BudgetAccount account) {
    String columns = limits.stream().map(BudgetStore::nthNewest).collect(Collectors.joining(", "));
    List<?> rows = of(account, LOCK.formatted(columns)).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            times ->
                IntStream.range(0, limits.size())
                    .mapToObj(i -> new BudgetStanding(limits.get(i), instant(times[i])))
                    .toList())
        .findFirst();
  }

  /** Only a verification that was asked before there were budgets has none yet. */
  private void open(BudgetAccount account, Instant now) {
    database
        .createNativeQuery(OPEN)
        .setParameter(1, account.mobileIndex())
        .setParameter(2, Timestamp.from(now))
        .executeUpdate();
  }

  private Query of(BudgetAccount account, String sql) {
    return database
        .createNativeQuery(sql)
        .setParameter(1, account.mobileIndex())
        .setParameter(2, account.organisation().value());
  }

  /** The same rule as that of {@link BudgetStanding}. */
  private static String isOpen(BudgetLimit limit) {
    return "coalesce(%s <= CAST(?3 AS timestamptz) - interval '%d seconds', true)"
        .formatted(nthNewest(limit), limit.window().toSeconds());
  }

  private static String nthNewest(BudgetLimit limit) {
    return NTH_NEWEST.formatted(
        column(limit.kind()),
        limit.scope() == Scope.ORGANISATION ? "e.organisation_id = ?2" : "true",
        limit.most() - 1);
  }

  private static String column(Kind kind) {
    return switch (kind) {
      case SENDS -> "sends";
      case WRONG_CODES -> "wrong_codes";
    };
  }

  private static Optional<Instant> instant(@Nullable Object time) {
    return Optional.ofNullable((Timestamp) time).map(Timestamp::toInstant);
  }
}
