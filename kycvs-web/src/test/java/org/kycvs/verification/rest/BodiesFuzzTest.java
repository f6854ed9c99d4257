package org.kycvs.verification.rest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Year;
import org.kycvs.shared.mobile.ServedCountries;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.webshared.json.JsonBodies;
import org.kycvs.webshared.problem.InvalidInputException;

/** Whatever is sent as a body is one, or is refused as the caller's mistake. */
class BodiesFuzzTest {
  private static final Year YEAR = Year.of(2026);

  private final JsonBodies bodies = new JsonBodies();

  @FuzzTest
  void read_anyBytes_areAQuestionOrRefused(byte[] bytes) throws IOException {
    try {
      ((AskBody) read(AskBody.class, bytes)).question(Mode.LIVE, YEAR, ServedCountries.INDIA);
    } catch (ProblemException | InvalidInputException e) {
      // It was refused.
    }
  }

  @FuzzTest
  void read_anyBytes_areACodeOrRefused(byte[] bytes) throws IOException {
    try {
      ((ConfirmationBody) read(ConfirmationBody.class, bytes)).entry(YEAR);
    } catch (ProblemException | InvalidInputException e) {
      // It was refused.
    }
  }

  @SuppressWarnings("unchecked")
  private Record read(Class<?> type, byte[] bytes) throws IOException {
    return JsonBodies.required(
        bodies.readFrom(
            (Class<Record>) type,
            type,
            new Annotation[0],
            MediaType.APPLICATION_JSON_TYPE,
            new MultivaluedHashMap<>(),
            new ByteArrayInputStream(bytes)));
  }
}
