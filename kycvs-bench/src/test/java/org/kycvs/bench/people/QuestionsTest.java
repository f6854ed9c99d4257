package org.kycvs.bench.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.entity.PersonId;
import org.kycvs.registry.entity.RegistryAnswer.Found;
import org.kycvs.registry.entity.RegistryAnswer.NoMatch;
import org.kycvs.registry.entity.VaccinationStatus;

class QuestionsTest {
  private static final int MANY = 5_000;

  @Test
  void next_sameSeed_asksTheSame() {
    assertEquals(expected(5).toList(), expected(5).toList());
  }

  @Test
  void next_overTime_expectsEveryKindOfAnswer() {
    Set<String> kinds =
        expected(1).map(text -> text.replaceAll(" of .*", "")).collect(Collectors.toSet());
    assertEquals(Set.of("status 0", "status 1", "status 2", "no match", "ambiguous"), kinds);
  }

  @Test
  void isAnsweredBy_anotherStatusOrPerson_isWrong() {
    Question question =
        Stream.generate(questions(1)::next)
            .filter(next -> next.expected().startsWith("status 2 of "))
            .findFirst()
            .orElseThrow();
    String reference = question.expected().substring("status 2 of ".length());
    assertTrue(question.isAnsweredBy(found(reference, VaccinationStatus.FULLY_VACCINATED)));
    assertFalse(question.isAnsweredBy(found(reference, VaccinationStatus.NOT_VACCINATED)));
    assertFalse(question.isAnsweredBy(found("1" + reference, VaccinationStatus.FULLY_VACCINATED)));
    assertFalse(question.isAnsweredBy(new NoMatch()));
  }

  private static Found found(String reference, VaccinationStatus status) {
    return new Found(new PersonId(reference), status, "rule", Instant.EPOCH);
  }

  private static Stream<String> expected(long seed) {
    List<Question> asked = Stream.generate(questions(seed)::next).limit(MANY).toList();
    return asked.stream().map(Question::expected);
  }

  private static Questions questions(long seed) {
    return new Questions(new Population(1_000, 1), seed);
  }
}
