package org.kycvs.webshared.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.application.Contract;

class RouteTest {

  @Test
  void of_everyPathOfTheContract_isThatPath() {
    Contract.document()
        .required("paths")
        .fieldNames()
        .forEachRemaining(
            path -> assertEquals(path, Route.of(path.replace("{id}", "ver_2CY0iP6V18yn4CRxH2Z6"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/+917011000000",
        "/api/v1/verifications/ver_x/+917011000000",
        "/api/v1/verifications/ver_x/code/more",
        "/openapi;a=+917011000000",
        "*"
      })
  void of_whatACallerMadeUp_isNotRepeated(String path) {
    assertEquals(Route.UNKNOWN, Route.of(path));
  }

  @Test
  void of_idThatACallerMadeUp_isNotRepeated() {
    assertEquals("/api/v1/verifications/{id}", Route.of("/api/v1/verifications/+917011000000"));
    assertEquals("/assets/{file}", Route.of("/assets/+917011000000"));
    assertEquals("/docs/{page}", Route.of("/docs/+917011000000"));
    assertEquals("/dev/mail/{id}", Route.of("/dev/mail/ops@example.org"));
    assertEquals("/dev/mail/{id}/html", Route.of("/dev/mail/ops@example.org/html"));
    assertEquals(Route.UNKNOWN, Route.of("/docsx"));
    assertEquals(Route.UNKNOWN, Route.method("+917011000000"));
  }
}
