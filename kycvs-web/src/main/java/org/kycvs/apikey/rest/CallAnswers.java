package org.kycvs.apikey.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.kycvs.apikey.boundary.Answered;
import org.kycvs.apikey.entity.CallAnswer;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.webshared.edge.RequestId;
import org.kycvs.webshared.json.JsonBodies;
import org.kycvs.webshared.problem.ProblemDocument;
import org.kycvs.webshared.problem.ProblemHeaders;

/**
 * Answers as the bytes that are sent. They are made within the call's transaction, where they may
 * have to be kept.
 */
public final class CallAnswers {
  /** Says that the call was done before, and that this is its answer. */
  public static final String REPLAYED = "Idempotency-Replayed";

  private CallAnswers() {}

  /** Something was made. */
  public static CallAnswer created(URI self, Record document) {
    return json(Response.Status.CREATED, Map.of(HttpHeaders.LOCATION, self.toString()), document);
  }

  /** It is done. */
  public static CallAnswer ok(Record document) {
    return json(Response.Status.OK, Map.of(), document);
  }

  /** One of another form than this API's own. */
  public static CallAnswer of(int status, Map<String, String> headers, Record document) {
    return new CallAnswer(status, headers, MediaType.APPLICATION_JSON, written(document));
  }

  /** It was refused, and what it counted is to be kept; so this is returned, and not thrown. */
  public static CallAnswer refused(ProblemException problem, HttpServletRequest request) {
    ProblemDocument document =
        ProblemDocument.of(
            problem.code(), problem.detail(), RequestId.of(request), List.of(), problem.members());
    return new CallAnswer(
        problem.code().status(),
        ProblemHeaders.of(problem.code(), problem.members()),
        ProblemDocument.MEDIA_TYPE,
        written(document));
  }

  /** The response that an answer is sent as. */
  public static Response response(Answered answered) {
    CallAnswer answer = answered.answer();
    Response.ResponseBuilder response =
        Response.status(answer.status()).type(answer.mediaType()).entity(answer.body());
    answer.headers().forEach(response::header);
    if (answered.replayed()) {
      response.header(REPLAYED, true);
    }
    return response.build();
  }

  private static CallAnswer json(
      Response.Status status, Map<String, String> headers, Record document) {
    return of(status.getStatusCode(), headers, document);
  }

  private static byte[] written(Record document) {
    try {
      return JsonBodies.written(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
