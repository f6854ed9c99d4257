package org.kycvs.registry.control;

import static java.util.Comparator.comparing;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.registry.entity.StatusRule;
import org.kycvs.registry.entity.VaccineProduct;

/**
 * The status rules of the database. They are a handful of rows that change once in years, so they
 * are kept for a minute: a rule that is added with an effective date in the future answers from
 * that day's first moment on, one that is added for today within a minute.
 */
@ApplicationScoped
public class StatusRules {
  private static final Duration KEPT_FOR = Duration.ofMinutes(1);
  private static final String ALL =
      """
      SELECT r.name, r.effective_from, r.programme_start, r.grace_days,
             p.product, p.primary_doses, p.minimum_interval_days, p.interchange_group
        FROM status_rule r JOIN status_rule_product p ON p.rule = r.name
      """;

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
   * @throws EJBException caused by a {@link SQLException} if the database fails
   */
  public StatusRule inForceOn(LocalDate day) {
    return inForce(rules(), day);
  }

  /** As {@link #inForceOn}, read by a connection that the caller has. */
  static StatusRule inForceOn(LocalDate day, Connection connection) throws SQLException {
    return inForce(read(connection), day);
  }

  private static StatusRule inForce(List<StatusRule> rules, LocalDate day) {
    return rules.stream()
        .filter(rule -> !rule.effectiveFrom().isAfter(day))
        .max(comparing(StatusRule::effectiveFrom))
        .orElseThrow(() -> new IllegalStateException("No status rule is in force on " + day));
  }

  private List<StatusRule> rules() {
    Instant now = clock.instant();
    Kept before = kept;
    if (before != null && now.isBefore(before.until())) {
      return before.rules();
    }
    try (Connection connection = database.connect()) {
      List<StatusRule> rules = read(connection);
      kept = new Kept(rules, now.plus(KEPT_FOR));
      return rules;
    } catch (SQLException e) {
      throw new EJBException("The status rules cannot be read", e);
    }
  }

  private static List<StatusRule> read(Connection connection) throws SQLException {
    Map<String, RuleRows> rules = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String name = row.getString("name");
        RuleRows rule = rules.get(name);
        if (rule == null) {
          rule = rule(name, row);
          rules.put(name, rule);
        }
        rule.products().add(product(row));
      }
    }
    return rules.values().stream().map(RuleRows::rule).toList();
  }

  private static RuleRows rule(String name, ResultSet row) throws SQLException {
    return new RuleRows(
        name,
        row.getObject("effective_from", LocalDate.class),
        row.getObject("programme_start", LocalDate.class),
        row.getInt("grace_days"),
        new ArrayList<>());
  }

  private static VaccineProduct product(ResultSet row) throws SQLException {
    return new VaccineProduct(
        row.getString("product"),
        row.getInt("primary_doses"),
        row.getInt("minimum_interval_days"),
        row.getString("interchange_group"));
  }

  /** A rule whose products are still being read. */
  private record RuleRows(
      String name,
      LocalDate effectiveFrom,
      LocalDate programmeStart,
      int graceDays,
      List<VaccineProduct> products) {
    StatusRule rule() {
      return new StatusRule(name, effectiveFrom, programmeStart, graceDays, products);
    }
  }

  private record Kept(List<StatusRule> rules, Instant until) {}
}
