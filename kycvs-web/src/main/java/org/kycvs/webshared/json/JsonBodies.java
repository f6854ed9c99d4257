package org.kycvs.webshared.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.webshared.problem.InputError;
import org.kycvs.webshared.problem.InvalidInputException;
import org.kycvs.webshared.problem.ProblemDocument;

/**
 * Reads and writes bodies as JSON. What comes in is read strictly: no unknown or repeated member,
 * no number for a text, nothing after the end. What goes out has times in RFC 3339 and no member
 * that is empty.
 *
 * <p>It is for records, not for objects: the server has a lenient provider for all objects, and of
 * two that fit, JAX-RS takes the one with the nearer type (Jakarta RESTful Web Services 3.1,
 * section 4.2.4). Of two equals it would take either.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class JsonBodies implements MessageBodyReader<Record>, MessageBodyWriter<Record> {
  private static final ObjectMapper JSON = mapper();

  private static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder(
                JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    mapper
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    mapper.setDefaultPropertyInclusion(
        com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL);
    return mapper;
  }

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] marks, MediaType media) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type generic,
      Annotation[] marks,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    // All of it first: while parsing, the parser would take a refusal of its size for its own.
    return read(body.readAllBytes(), type);
  }

  /**
   * The body of a call that must have one.
   *
   * @throws ProblemException {@code body-malformed} if there is none
   */
  public static <B> B required(@Nullable B body) {
    if (body == null) {
      throw malformed();
    }
    return body;
  }

  /**
   * A body that was read from whatever media type it called itself.
   *
   * @throws ProblemException {@code body-malformed}
   * @throws InvalidInputException if its members do not fit the record
   */
  public static <B extends Record> B read(byte[] body, Class<B> type) {
    return required(parsed(body, type));
  }

  /** A document as JSON in UTF-8. */
  public static byte[] written(Object document) throws IOException {
    return JSON.writeValueAsBytes(document);
  }

  private static <B extends Record> @Nullable B parsed(byte[] body, Class<B> type) {
    try {
      return JSON.readValue(utf8(body), type);
    } catch (UnrecognizedPropertyException e) {
      throw invalid(e, "unknown", "There is no such member. See /openapi.");
    } catch (JsonMappingException e) {
      if (e.getPath().isEmpty() || e.getCause() instanceof JsonParseException) {
        throw malformed();
      }
      throw invalid(e, "type-wrong", "The value has the wrong type. See /openapi.");
    } catch (JsonProcessingException e) {
      throw malformed();
    }
  }

  /** The text; RFC 8259 section 8.1 leaves no other encoding, and the parser would guess. */
  private static String utf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw malformed();
    }
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] marks, MediaType media) {
    return type.isRecord();
  }

  @Override
  public void writeTo(
      Record value,
      Class<?> type,
      Type generic,
      Annotation[] marks,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(written(value));
  }

  private static ProblemException malformed() {
    return new ProblemException(
        ProblemCode.BODY_MALFORMED, "The body must be one JSON object in UTF-8, and nothing else.");
  }

  private static InvalidInputException invalid(JsonMappingException e, String code, String detail) {
    String pointer = e.getPath().stream().map(JsonBodies::token).collect(Collectors.joining());
    return new InvalidInputException(List.of(new InputError(pointer, code, detail)));
  }

  /** One step of a JSON Pointer, escaped as RFC 6901 section 3 says. */
  private static String token(JsonMappingException.Reference part) {
    String name = part.getFieldName();
    return "/"
        + (name == null
            ? Integer.toString(part.getIndex())
            : name.replace("~", "~0").replace("/", "~1"));
  }
}
