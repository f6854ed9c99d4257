package org.kycvs.bench.journey;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.kycvs.bench.BenchFailedException;

/**
 * What the server answered to one call.
 *
 * @param status the HTTP status
 * @param headers the headers, by lower-case name
 * @param body the body
 * @param nanos the time from sending the request to having read the answer
 */
public record Answer(int status, Map<String, List<String>> headers, String body, long nanos) {

  /**
   * The body as JSON, if the call succeeded as it should.
   *
   * @throws BenchFailedException if the status is another; the line has what came
   */
  public JsonObject expect(int wanted, String call) {
    if (status != wanted) {
      throw new BenchFailedException(
          "%s was answered with %d instead of %d: %s".formatted(call, status, wanted, body));
    }
    try (var reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new BenchFailedException("%s was answered with no JSON: %s".formatted(call, body));
    }
  }
}
