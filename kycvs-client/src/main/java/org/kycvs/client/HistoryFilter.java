package org.kycvs.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which of your verifications to list, newest first. Immutable; each method gives another one.
 *
 * <pre>{@code
 * HistoryFilter.all().withState(VerificationState.COMPLETED).from(monthsBegin).withPageSize(200)
 * }</pre>
 */
public final class HistoryFilter {
  private static final int LARGEST_PAGE = 200;
  private static final HistoryFilter ALL = new HistoryFilter(Map.of());

  private final Map<String, String> parameters;

  private HistoryFilter(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /** All that your organisation asked in the mode of your key. */
  public static HistoryFilter all() {
    return ALL;
  }

  /** Asked at this time or later. */
  public HistoryFilter from(Instant time) {
    return with("from", time.toString());
  }

  /** Asked before this time. */
  public HistoryFilter to(Instant time) {
    return with("to", time.toString());
  }

  /** Asked for this purpose, by its code. */
  public HistoryFilter withPurpose(String purpose) {
    return with("purpose", purpose);
  }

  /**
   * In this state.
   *
   * @throws IllegalArgumentException for {@link VerificationState#OTHER}, which no server knows
   */
  public HistoryFilter withState(VerificationState state) {
    if (state == VerificationState.OTHER) {
      throw new IllegalArgumentException("A list cannot be narrowed to states that are not known.");
    }
    return with("state", state.wire());
  }

  /** Asked with this word of yours, in full. */
  public HistoryFilter withReference(String reference) {
    return with("reference", reference);
  }

  /**
   * How many come with one call; 50 if not said.
   *
   * @param size 1 to 200
   * @throws IllegalArgumentException beyond
   */
  public HistoryFilter withPageSize(int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException("A page has 1 to 200 verifications, not " + size + ".");
    }
    return with("limit", Integer.toString(size));
  }

  HistoryFilter withCursor(String cursor) {
    return with("cursor", cursor);
  }

  /** With its question mark; empty without any parameter. */
  String query() {
    return parameters.entrySet().stream()
        .map(
            parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.collectingAndThen(Collectors.joining("&"), HistoryFilter::marked));
  }

  private static String marked(String query) {
    return query.isEmpty() ? "" : "?" + query;
  }

  private HistoryFilter with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new HistoryFilter(more);
  }
}
