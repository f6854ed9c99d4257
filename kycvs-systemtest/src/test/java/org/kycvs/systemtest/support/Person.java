package org.kycvs.systemtest.support;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kycvs.client.Question;

/**
 * Somebody to ask about, and what the answer must be: a row of the sample queries.
 *
 * @param mobile in E.164 form
 * @param name as the organisation heard it
 * @param yearOfBirth the year, or nothing
 * @param expect a status, {@code no-match} or {@code ambiguous}
 * @param kind the case that the row shows
 * @param line the row's line in its file
 */
public record Person(
    String mobile, String name, String yearOfBirth, String expect, String kind, long line) {

  /** The status to be answered. */
  public int status() {
    return Integer.parseInt(expect);
  }

  /** The body of a question about them. */
  public Map<String, Object> question(String purpose) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("mobile", mobile);
    body.put("name", name);
    body.put("purpose", purpose);
    if (!yearOfBirth.isEmpty()) {
      body.put("yearOfBirth", Integer.valueOf(yearOfBirth));
    }
    return body;
  }

  /** The same as the client asks it. */
  public Question asked(String purpose) {
    Question question = Question.about(mobile, name, purpose);
    return yearOfBirth.isEmpty()
        ? question
        : question.withYearOfBirth(Integer.parseInt(yearOfBirth));
  }

  @Override
  public String toString() {
    return kind + ", line " + line;
  }
}
