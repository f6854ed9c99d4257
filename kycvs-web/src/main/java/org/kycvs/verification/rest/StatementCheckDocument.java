package org.kycvs.verification.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.client.statement.Reason;
import org.kycvs.client.statement.StatementContent;
import org.kycvs.verification.boundary.StatementVerdict;

/**
 * What is said about a statement, on the wire.
 *
 * @param authentic whether we signed it, as it stands
 * @param current whether it may be relied on now, by this reader, for this question
 * @param recall {@code clear}, {@code recalled} or {@code unknown}
 * @param mode {@code live} or {@code test}; only of an authentic one
 * @param claims what it says; only of an authentic one
 * @param reasons why it is not current; none if it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementCheckDocument(
    boolean authentic,
    boolean current,
    String recall,
    @Nullable String mode,
    @Nullable Map<String, Object> claims,
    List<String> reasons) {

  static StatementCheckDocument of(StatementVerdict verdict) {
    return new StatementCheckDocument(
        verdict.authentic(),
        verdict.current(),
        verdict.recall().name().toLowerCase(Locale.ROOT),
        verdict.content().map(StatementContent::mode).orElse(null),
        verdict.content().map(StatementContent::claims).orElse(null),
        verdict.reasons().stream().map(Reason::wire).toList());
  }
}
