package org.kycvs.systemtest.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A demonstration organisation, as {@code run.json} tells it.
 *
 * @param id its id
 * @param name what it calls itself
 * @param liveKey its key for real people
 * @param testKey its key for test people
 * @param purposes the codes of its purposes
 */
public record Organisation(
    String id, String name, String liveKey, String testKey, List<String> purposes) {

  static Organisation of(JsonNode node) {
    List<String> purposes = new ArrayList<>();
    node.path("purposes").forEach(purpose -> purposes.add(purpose.asText()));
    return new Organisation(
        node.path("id").asText(),
        node.path("name").asText(),
        node.path("liveKey").asText(),
        node.path("testKey").asText(),
        purposes);
  }

  /** A purpose that it may ask for. */
  public String purpose() {
    return purposes.get(0);
  }

  @Override
  public String toString() {
    return name;
  }
}
