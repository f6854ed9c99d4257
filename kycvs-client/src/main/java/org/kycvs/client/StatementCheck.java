package org.kycvs.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kycvs.client.statement.Recall;

/**
 * What the server says about a statement that somebody showed you. {@link
 * org.kycvs.client.statement.StatementChecker} tells the same offline.
 *
 * @param authentic whether its issuer signed it
 * @param current whether it may be relied on now, as far as you said for whom and for what: only
 *     then
 * @param recall whether it was recalled
 * @param mode whether it concerns a real person, if it is authentic
 * @param claims what it says, if it is authentic; whole numbers are {@link Long}
 * @param reasons why not to rely on it, such as {@code expired}; none if it is current
 */
public record StatementCheck(
    boolean authentic,
    boolean current,
    Recall recall,
    Optional<Mode> mode,
    Map<String, Object> claims,
    List<String> reasons) {

  /** Takes copies. */
  public StatementCheck {
    claims = Map.copyOf(claims);
    reasons = List.copyOf(reasons);
  }

  static StatementCheck read(Members document) {
    return new StatementCheck(
        document.flag("authentic"),
        document.flag("current"),
        recall(document.text("recall")),
        document.optionalText("mode").flatMap(StatementCheck::mode),
        document.optionalObject("claims").map(Members::all).orElse(Map.of()),
        document.texts("reasons"));
  }

  private static Recall recall(String word) {
    return switch (word) {
      case "clear" -> Recall.CLEAR;
      case "recalled" -> Recall.RECALLED;
      case "unknown" -> Recall.UNKNOWN;
      default -> throw new WrongFormException("its recall is not known");
    };
  }

  private static Optional<Mode> mode(String word) {
    return switch (word) {
      case "live" -> Optional.of(Mode.LIVE);
      case "test" -> Optional.of(Mode.TEST);
      default -> throw new WrongFormException("its mode is neither live nor test");
    };
  }

  @Override
  public String toString() {
    return "StatementCheck[authentic="
        + authentic
        + ", current="
        + current
        + ", recall="
        + recall
        + ", reasons="
        + reasons
        + "]";
  }
}
