package org.kycvs.webshared.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.kycvs.shared.problem.ProblemCode;

/**
 * A problem document (RFC 9457).
 *
 * @param type {@code urn:kycvs:problem:} and the code
 * @param title the same for each occurrence
 * @param status the HTTP status
 * @param detail what to do about this one
 * @param code the code
 * @param requestId names the request, for the one who asks us about it
 * @param errors what is wrong with which part of the body
 * @param members further members, such as {@code triesLeft}
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "requestId"})
public record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InputError> errors,
    @JsonAnyGetter Map<String, Integer> members) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The document for a code. */
  public static ProblemDocument of(
      ProblemCode code,
      String detail,
      String requestId,
      List<InputError> errors,
      Map<String, Integer> members) {
    return new ProblemDocument(
        "urn:kycvs:problem:" + code.wire(),
        code.title(),
        code.status(),
        detail,
        code.wire(),
        requestId,
        errors,
        members);
  }
}
