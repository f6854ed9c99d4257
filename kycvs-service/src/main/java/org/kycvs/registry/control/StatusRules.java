package org.kycvs.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kycvs.registry.entity.StatusRule;

/**
 * The status rules of the database. They are a handful of rows that change once in years, so they
 * are kept for a minute: a rule that is added with an effective date in the future answers from
 * that day's first moment on, one that is added for today within a minute.
 */
@ApplicationScoped
public class StatusRules {
  private static final Duration KEPT_FOR = Duration.ofMinutes(1);
  @Inject private RegistryDatabase database;
  @Inject private Clock clock;
  private volatile @Nullable Kept kept;

  /** For the container. */
  public StatusRules() {}

  /** For a database that no container gives. */
  public StatusRules(RegistryDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The rule with the latest effective date up to this day.
   *
   * @throws IllegalStateException if no rule is effective yet
   * @throws RegistryUnreachableException if the database fails
   */
  public StatusRule inForceOn(LocalDate day) {
    Instant now = clock.instant();
    Kept before = kept;
    if (before != null && now.isBefore(before.until())) {
      return before.table().inForceOn(day);
    }
    try (Connection connection = database.connect()) {
      StatusRuleTable table = StatusRuleTable.read(connection);
      kept = new Kept(table, now.plus(KEPT_FOR));
      return table.inForceOn(day);
    } catch (SQLException e) {
      throw new RegistryUnreachableException(e);
    }
  }

  private record Kept(StatusRuleTable table, Instant until) {}
}
