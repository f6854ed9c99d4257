package org.kycvs.bench.uniformity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kycvs.bench.journey.Answer;

/** All different answers, masked, that there were to each call. */
final class SeenAnswers {
  private final Map<CallKind, Map<String, Map<PersonKind, Integer>>> seen =
      new EnumMap<>(CallKind.class);

  void add(CallKind call, PersonKind person, Answer answer) {
    seen.computeIfAbsent(call, kind -> new LinkedHashMap<>())
        .computeIfAbsent(Mask.of(answer), text -> new EnumMap<>(PersonKind.class))
        .merge(person, 1, Integer::sum);
  }

  /** For each call with more than one answer, in words, which there were and for whom. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    seen.forEach(
        (call, answers) -> {
          if (answers.size() > 1) {
            differences.add(
                "%s has %d different answers:\n%s"
                    .formatted(
                        call.words(),
                        answers.size(),
                        answers.entrySet().stream()
                            .map(
                                answer ->
                                    "- for " + who(answer.getValue()) + "\n" + answer.getKey())
                            .collect(Collectors.joining("\n"))));
          }
        });
    return differences;
  }

  private static String who(Map<PersonKind, Integer> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getKey().words() + " (" + count.getValue() + ")")
        .collect(Collectors.joining(", "));
  }
}
