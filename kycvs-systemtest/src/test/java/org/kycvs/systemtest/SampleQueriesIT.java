package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** The sample queries, whole journeys each: the answer is the expected one. */
@ExtendWith(SharedServer.class)
class SampleQueriesIT {
  private static final int MOST = 10;
  private static final List<String> KINDS =
      List.of(
          "as-registered",
          "letter-case",
          "spacing",
          "family-name-first",
          "year-decides",
          "same-name-twice",
          "someone-else",
          "honorific",
          "given-name-only",
          "initial",
          "spelling",
          "other-script");

  static Stream<Person> rows() {
    return KINDS.stream()
        .flatMap(kind -> People.sample(kind, kind.equals("year-decides") ? 14 : MOST).stream());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void query_answersAsExpected(Person person, RunningServer server) {
    // The railway, since other tests have the hotel ask about a few of these people too: to each of
    // them, an organisation sends three messages in ten minutes.
    Answer answer = Journey.make(server, server.railway(), person).completed();

    switch (person.expect()) {
      case "no-match", "ambiguous" -> answer.problem(422, "no-match");
      default -> assertEquals(person.status(), answer.json(200).path("status").asInt());
    }
  }

  @Test
  void rows_areThereForEveryCase() {
    for (String kind : KINDS) {
      assertEquals(false, People.sample(kind, MOST).isEmpty(), kind);
    }
  }
}
