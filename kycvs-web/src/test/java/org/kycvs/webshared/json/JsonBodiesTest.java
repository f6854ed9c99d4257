package org.kycvs.webshared.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.webshared.problem.InputError;
import org.kycvs.webshared.problem.InvalidInputException;

class JsonBodiesTest {
  private record Asked(
      @Nullable String name,
      @Nullable Integer year,
      @Nullable Part part,
      @Nullable List<Part> parts,
      @Nullable Instant at) {}

  private record Part(@Nullable Integer number) {}

  private final JsonBodies bodies = new JsonBodies();

  @Test
  void read_wholeBody_hasItsMembers() throws IOException {
    Asked asked = read("{\"name\":\"अर्जुन\",\"year\":2000,\"part\":{\"number\":1}}");

    assertEquals("अर्जुन", asked.name());
    assertEquals(2000, asked.year());
    assertEquals(new Part(1), asked.part());
  }

  @Test
  void read_missingMember_isNull() throws IOException {
    assertNull(read("{}").name());
  }

  @Test
  void read_unknownMember_isRefusedWithItsPointer() {
    assertRefused("{\"name\":\"A\",\"nmae\":1}", "/nmae", "unknown");
  }

  @Test
  void read_unknownMemberWithinAnother_isRefusedWithItsWholePointer() {
    assertRefused("{\"part\":{\"x\":1}}", "/part/x", "unknown");
    assertRefused("{\"parts\":[{},{\"x\":1}]}", "/parts/1/x", "unknown");
  }

  @Test
  void read_unknownMemberWithSlashAndTilde_isRefusedWithAnEscapedPointer() {
    assertRefused("{\"a/b~c\":1}", "/a~1b~0c", "unknown");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "{\"name\":5}, /name",
        "{\"name\":true}, /name",
        "{\"name\":{}}, /name",
        "`{\"name\":[\"A\"]}`, /name",
        "{\"year\":\"2000\"}, /year",
        "{\"year\":\"\"}, /year",
        "{\"year\":2000.5}, /year",
        "{\"year\":true}, /year",
        "{\"year\":99999999999999}, /year",
        "{\"year\":1e400}, /year",
        "{\"part\":{\"number\":\"1\"}}, /part/number",
        "{\"part\":[]}, /part"
      })
  void read_memberOfAnotherType_isRefusedWithItsPointer(String body, String pointer) {
    assertRefused(body, pointer, "type-wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "null",
        "[]",
        "[{}]",
        "\"text\"",
        "5",
        "{\"name\":\"A\",\"name\":\"B\"}",
        "{} {}",
        "{} x",
        "{\"name\":\"A\"",
        "{\"name\":\"A\",}",
        "{'name':'A'}",
        "{\"name\":\"A\u0000\"}",
        "{\"part\":{\"number\":1,}}",
        "\uFEFF{}"
      })
  void read_bodyThatIsNotOneObject_isMalformed(String body) {
    assertMalformed(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void read_bodyNestedWithoutEnd_isMalformed() {
    assertMalformed("[".repeat(16_000).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void read_bodyInAnotherEncoding_isMalformed() {
    for (String encoding : List.of("UTF-16", "UTF-16LE", "UTF-32BE")) {
      assertMalformed("{\"name\":\"A\"}".getBytes(Charset.forName(encoding)));
    }
    assertMalformed("{\"name\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertMalformed(new byte[] {0, 0, 0, '{', 0, 0x11, 0x11, 0x11});
  }

  @Test
  void read_streamThatRefusesInTheMiddle_keepsItsRefusal() {
    var refusal = new IllegalStateException("too large");
    var first = new ByteArrayInputStream("{\"name\":\"A".getBytes(StandardCharsets.UTF_8));
    var body =
        new FilterInputStream(first) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read < 0) {
              throw refusal;
            }
            return read;
          }
        };

    Exception thrown = assertThrows(Exception.class, () -> read(body));

    assertEquals(refusal, thrown);
  }

  @Test
  void required_noBody_isMalformed() {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> JsonBodies.required(null));

    assertEquals(ProblemCode.BODY_MALFORMED, refused.code());
  }

  @Test
  void write_document_hasTimesAsTextAndNoEmptyMembers() throws IOException {
    var out = new ByteArrayOutputStream();
    bodies.writeTo(
        new Asked("A", null, null, null, Instant.parse("2026-01-31T09:30:00Z")),
        Asked.class,
        Asked.class,
        new Annotation[0],
        MediaType.APPLICATION_JSON_TYPE,
        new MultivaluedHashMap<>(),
        out);

    assertEquals(
        "{\"name\":\"A\",\"at\":\"2026-01-31T09:30:00Z\"}", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void isReadable_recordsOnly() {
    MediaType json = MediaType.APPLICATION_JSON_TYPE;
    assertTrue(bodies.isReadable(Asked.class, Asked.class, new Annotation[0], json));
    assertFalse(bodies.isReadable(String.class, String.class, new Annotation[0], json));
  }

  private void assertRefused(String body, String pointer, String code) {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> read(body), body);

    assertEquals(
        List.of(pointer + " " + code),
        refused.errors().stream().map(JsonBodiesTest::brief).toList());
  }

  private void assertMalformed(byte[] body) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> read(new ByteArrayInputStream(body)));

    assertEquals(ProblemCode.BODY_MALFORMED, refused.code());
  }

  private static String brief(InputError error) {
    return error.pointer() + " " + error.code();
  }

  private Asked read(String body) throws IOException {
    return read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  @SuppressWarnings("unchecked")
  private Asked read(InputStream body) throws IOException {
    return (Asked)
        bodies.readFrom(
            (Class<Record>) (Class<?>) Asked.class,
            Asked.class,
            new Annotation[0],
            MediaType.APPLICATION_JSON_TYPE,
            new MultivaluedHashMap<>(),
            body);
  }
}
