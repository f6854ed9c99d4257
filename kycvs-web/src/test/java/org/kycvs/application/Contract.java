package org.kycvs.application;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The API's contract, as it is served. */
public final class Contract {
  private static final JsonNode DOCUMENT = read();

  private Contract() {}

  /** The whole document. */
  public static JsonNode document() {
    return DOCUMENT;
  }

  /** A schema's properties. */
  public static JsonNode properties(String schema) {
    return DOCUMENT
        .required("components")
        .required("schemas")
        .required(schema)
        .required("properties");
  }

  private static JsonNode read() {
    try (InputStream file =
        Objects.requireNonNull(Contract.class.getResourceAsStream("/META-INF/openapi.yaml"))) {
      return new ObjectMapper(
              YAMLFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                  .build())
          .readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
