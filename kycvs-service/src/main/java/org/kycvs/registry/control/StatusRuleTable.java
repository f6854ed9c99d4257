package org.kycvs.registry.control;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kycvs.registry.entity.StatusRule;
import org.kycvs.registry.entity.VaccineProduct;

/**
 * The status rules as the database has them, read once.
 *
 * <p>Needs no container.
 */
public final class StatusRuleTable {
  private static final String ALL =
      """
      SELECT r.name, r.effective_from, r.programme_start, r.grace_days,
             p.product, p.primary_doses, p.minimum_interval_days, p.interchange_group
        FROM status_rule r JOIN status_rule_product p ON p.rule = r.name
      """;

  private final List<StatusRule> rules;

  private StatusRuleTable(List<StatusRule> rules) {
    this.rules = rules;
  }

  /**
   * The rule with the latest effective date up to this day.
   *
   * @throws IllegalStateException if no rule is effective yet
   */
  public StatusRule inForceOn(LocalDate day) {
    return rules.stream()
        .filter(rule -> !rule.effectiveFrom().isAfter(day))
        .max(comparing(StatusRule::effectiveFrom))
        .orElseThrow(() -> new IllegalStateException("No status rule is in force on " + day));
  }

  /** Reads all rules. */
  public static StatusRuleTable read(Connection connection) throws SQLException {
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
    return new StatusRuleTable(rules.values().stream().map(RuleRows::rule).toList());
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
}
