package org.kycvs.systemtest.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body as text
 */
public record Answer(int status, HttpHeaders headers, String body) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /** The body as JSON. */
  public JsonNode json() {
    return Json.read(body);
  }

  /** The JSON of an answer that must have this status. */
  public JsonNode json(int expected) {
    assertEquals(expected, status, body);
    return json();
  }

  /** A header's value, or nothing. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The code of a problem document, or the status of anything else. */
  public String outcome() {
    return header("Content-Type").startsWith("application/problem+json")
        ? json().path("code").asText()
        : Integer.toString(status);
  }

  /** Insists that this is that problem, told as every problem is; its document. */
  public JsonNode problem(int expected, String code) {
    assertEquals(expected, status, body);
    assertEquals("application/problem+json", header("Content-Type").split(";", 2)[0], body);
    JsonNode problem = json();
    assertEquals(code, problem.path("code").asText(), body);
    assertEquals("urn:kycvs:problem:" + code, problem.path("type").asText(), body);
    assertEquals(expected, problem.path("status").asInt(), body);
    assertEquals(false, problem.path("title").asText().isBlank(), body);
    assertEquals(false, problem.path("detail").asText().isBlank(), body);
    assertEquals(false, header("X-Request-Id").isBlank(), headers.toString());
    assertEquals(header("X-Request-Id"), problem.path("requestId").asText(), body);
    return problem;
  }
}
