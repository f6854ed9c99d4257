package org.kycvs.client.conformance;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kycvs.client.statement.Statements;

/** The vectors so far. */
final class VectorDrafts {
  private final List<Map<String, Object>> vectors = new ArrayList<>();

  /** One in a line. */
  String lines() {
    return String.join(",\n", vectors.stream().map(JSONObjectUtils::toJSONString).toList());
  }

  /** Adds a vector for our organisation and question, at our time. */
  Draft add(String id, String about, String statement) {
    Map<String, Object> vector = new LinkedHashMap<>();
    vector.put("id", id);
    vector.put("about", about);
    vector.put("at", Statements.NOW.toString());
    vector.put("audience", Statements.ORGANISATION);
    vector.put("nonce", Statements.NONCE);
    vector.put("allowTest", false);
    vector.put("statement", statement);
    vectors.add(vector);
    return new Draft(vector);
  }

  /** A vector whose verdict is not yet written. */
  record Draft(Map<String, Object> vector) {
    Draft at(Instant time) {
      return with("at", time.toString());
    }

    Draft with(String member, Object value) {
      vector.put(member, value);
      return this;
    }

    Draft without(String member) {
      vector.remove(member);
      return this;
    }

    void valid() {
      vector.put("valid", true);
      vector.put("reasons", List.of());
    }

    void refused(String reason) {
      vector.put("valid", false);
      vector.put("reasons", List.of(reason));
    }
  }
}
