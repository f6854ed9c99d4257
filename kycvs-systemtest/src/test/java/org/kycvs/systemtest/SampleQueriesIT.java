package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kycvs.client.Confirmation;
import org.kycvs.client.KycVsClient;
import org.kycvs.client.NoMatch;
import org.kycvs.client.VerificationId;
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
    KycVsClient railway = server.client(server.railway().liveKey());
    server.used().add("mobile", person.mobile());
    server.used().add("name", person.name());
    VerificationId id = railway.ask(person.asked(server.railway().purpose())).askedOrThrow().id();

    Confirmation result = railway.confirm(id, server.inbox().code(id.value(), person.mobile()));

    switch (person.expect()) {
      case "no-match", "ambiguous" -> assertEquals(new NoMatch(2), result);
      default -> assertEquals(person.status(), result.completedOrThrow().answer().status().value());
    }
  }

  @Test
  void rows_areThereForEveryCase() {
    for (String kind : KINDS) {
      assertEquals(false, People.sample(kind, MOST).isEmpty(), kind);
    }
  }
}
