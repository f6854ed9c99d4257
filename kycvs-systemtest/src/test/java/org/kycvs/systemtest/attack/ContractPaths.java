package org.kycvs.systemtest.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kycvs.systemtest.support.RunningServer;

/** The calls that the API's contract has, as a server publishes it. */
final class ContractPaths {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private ContractPaths() {}

  /**
   * One call.
   *
   * @param method its method, in capitals
   * @param path its path, with names in braces where ids stand
   */
  record Call(String method, String path) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** All calls with an id in their path; what development shows belongs to no organisation. */
  static List<Call> withIds(RunningServer server) {
    List<Call> calls = new ArrayList<>();
    JsonNode paths = read(server.withoutKey().get("/openapi").body()).required("paths");
    for (var path : paths.properties()) {
      for (var operation : path.getValue().properties()) {
        if (path.getKey().contains("{")
            && !path.getKey().startsWith("/dev/")
            && METHODS.contains(operation.getKey())) {
          calls.add(new Call(operation.getKey().toUpperCase(Locale.ROOT), path.getKey()));
        }
      }
    }
    return calls;
  }

  private static JsonNode read(String yaml) {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
