package org.kycvs.systemtest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Organisation;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;

/** Verifications of one organisation, one in each state that can be reached in a moment. */
final class EveryState {
  private static final String TEST_CODE = "246810";
  private static final String WRONG_CODE = "111111";

  private final RunningServer server;
  private final Api api;
  private final Organisation organisation;

  EveryState(RunningServer server, Api api, Organisation organisation) {
    this.server = server;
    this.api = api;
    this.organisation = organisation;
  }

  /** Of real people: ids by state. */
  Map<String, String> live() {
    Map<String, String> ids = new LinkedHashMap<>();
    Person waiting = People.registered();
    ids.put("awaiting-code", ask(waiting));
    server.inbox().code(ids.get("awaiting-code"), waiting.mobile());

    Person person = People.registered();
    String completed = ask(person);
    api.confirm(completed, server.inbox().code(completed, person.mobile())).json(200);
    ids.put("completed", completed);

    Person nobody = People.nobody();
    String consented = ask(nobody);
    api.confirm(consented, server.inbox().code(consented, nobody.mobile()))
        .problem(422, "no-match");
    ids.put("consented", consented);

    Person guessed = People.registered();
    String locked = ask(guessed);
    String wrong = server.inbox().wrongCode(locked, guessed.mobile());
    lock(locked, wrong);
    ids.put("locked", locked);

    String cancelled = ask(People.registered());
    assertEquals(204, api.cancel(cancelled).status());
    ids.put("cancelled", cancelled);
    return checked(ids);
  }

  /** Of test people: ids by state. */
  Map<String, String> test() {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("awaiting-code", ask("02"));

    String completed = ask("01");
    api.confirm(completed, TEST_CODE).json(200);
    ids.put("completed", completed);

    String consented = ask("03");
    api.confirm(consented, TEST_CODE).problem(422, "no-match");
    ids.put("consented", consented);

    String locked = ask("05");
    lock(locked, WRONG_CODE);
    ids.put("locked", locked);

    String cancelled = ask("00");
    assertEquals(204, api.cancel(cancelled).status());
    ids.put("cancelled", cancelled);

    ids.put("expired", ask("08"));
    return checked(ids);
  }

  /** Asks about somebody; the verification's id. */
  static String ask(Api api, String mobile, String purpose, String reference) {
    return api.ask(
            Map.of(
                "mobile",
                mobile,
                "name",
                "Zenobia Trialwright",
                "purpose",
                purpose,
                "reference",
                reference))
        .json(201)
        .path("id")
        .asText();
  }

  private String ask(String testPerson) {
    return ask(api, "+9155555000" + testPerson, organisation.purpose(), "every state");
  }

  private String ask(Person person) {
    return api.ask(person, organisation.purpose()).json(201).path("id").asText();
  }

  private void lock(String id, String wrong) {
    api.confirm(id, wrong).problem(422, "code-wrong");
    api.confirm(id, wrong).problem(422, "code-wrong");
    api.confirm(id, wrong).problem(422, "code-wrong");
  }

  private Map<String, String> checked(Map<String, String> ids) {
    ids.forEach(
        (state, id) ->
            assertEquals(state, api.verification(id).json(200).path("state").asText(), id));
    return ids;
  }
}
