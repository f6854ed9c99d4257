package org.kycvs.client;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What you ask: is this person vaccinated? Immutable; each {@code with…} gives another one.
 *
 * <pre>{@code
 * Question.about("+917011000000", "Arjun Pillai", "hotel-check-in").withReference("room 214")
 * }</pre>
 *
 * The server checks each part, and says in {@link ProblemException#errors} which is wrong. It does
 * not print whom it is about.
 */
public final class Question {
  private final Map<String, Object> members;

  private Question(Map<String, Object> members) {
    this.members = members;
  }

  /**
   * A question about a person.
   *
   * @param mobile the person's mobile, best as {@code +91…}; Indian mobiles only
   * @param name the person's name as it is in the registry, at most 200 characters
   * @param purpose the code of a purpose that you are approved for, such as {@code hotel-check-in}
   */
  public static Question about(String mobile, String name, String purpose) {
    return new Question(Map.of())
        .with("mobile", mobile)
        .with("name", name)
        .with("purpose", purpose);
  }

  /** The person's year of birth, four digits; decides between namesakes who share a mobile. */
  public Question withYearOfBirth(int year) {
    return with("yearOfBirth", year);
  }

  /** Your own word for it, at most 64 characters; {@link HistoryFilter} finds it. Nobody's data. */
  public Question withReference(String reference) {
    return with("reference", reference);
  }

  /**
   * Comes back in the statement, and so ties the statement to this question.
   *
   * @param nonce 8 to 128 of {@code A-Z a-z 0-9 . _ ~ -}
   */
  public Question withNonce(String nonce) {
    return with("nonce", nonce);
  }

  /** The language that the person reads: a code of ISO 639, such as {@code hi}. */
  public Question withLanguage(String language) {
    return with("language", language);
  }

  /**
   * How long you may use the answer. Without it: 24 hours, or the purpose's maximum if that is
   * less.
   *
   * @param period whole seconds, from a minute to the purpose's maximum
   */
  public Question withValidity(Duration period) {
    return with("validForSeconds", period.toSeconds());
  }

  /** Your own word for it, if you gave one. */
  public Optional<String> reference() {
    return Optional.ofNullable(members.get("reference")).map(Object::toString);
  }

  /** The body of the call; the same question gives the same bytes each time. */
  String json() {
    return JSONObjectUtils.toJSONString(members);
  }

  private Question with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Question(more);
  }

  @Override
  public String toString() {
    return "Question for " + members.get("purpose");
  }
}
