package org.kycvs.systemtest.support;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A whole verification: asked, the code read from the inbox, confirmed.
 *
 * @param organisation who asked
 * @param person about whom
 * @param asked the answer to the question
 * @param code the code that came
 * @param completed the answer to the confirmation
 */
public record Journey(
    Organisation organisation, Person person, Answer asked, String code, Answer completed) {

  /** Makes one with the organisation's live key and first purpose. */
  public static Journey make(RunningServer server, Organisation organisation, Person person) {
    Api api = server.with(organisation.liveKey());
    Answer asked = api.ask(person, organisation.purpose());
    String id = asked.json(201).path("id").asText();
    String code = server.inbox().code(id, person.mobile());
    return new Journey(organisation, person, asked, code, api.confirm(id, code));
  }

  /** The verification's id. */
  public String id() {
    return asked.json().path("id").asText();
  }

  /** The completed verification. */
  public JsonNode answer() {
    return completed.json(200);
  }

  /** The statement. */
  public Jws statement() {
    return Jws.parse(answer().path("statement").asText());
  }
}
