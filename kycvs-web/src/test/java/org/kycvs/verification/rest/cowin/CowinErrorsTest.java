package org.kycvs.verification.rest.cowin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kycvs.application.Contract;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.webshared.problem.InputError;
import org.kycvs.webshared.problem.ProblemDocument;

/** What clients of 2021 are told. */
class CowinErrorsTest {
  /** These told anybody who is registered. */
  private static final Set<String> NEVER = Set.of("USRAUT0015", "USRAUT0024");

  /** Of the page's table: statuses and a code. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([0-9, ]+) \\| `(USRAUT\\d{4})` \\|");

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void of_anyProblem_isARefusalThatThePageHas(ProblemCode code) throws IOException {
    CowinErrors.Told told = CowinErrors.of(code, "What to do.");

    assertTrue(told.status() >= 400, code + " " + told.status());
    assertFalse(told.failure().error().isBlank());
    assertFalse(NEVER.contains(told.failure().errorCode()));
    if (code.status() != 415 && code != ProblemCode.ALREADY_CREATED) { // no call here gives them
      String pair = told.status() + " " + told.failure().errorCode();
      assertTrue(pairsOfThePage().contains(pair), code + ": " + pair);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/mobile_number, USRAUT0010",
    "/otp, USRAUT0012",
    "/txnId, USRAUT0013",
    "/full_name, USRAUT0020",
    "/anything, USRAUT0020"
  })
  void of_invalidMember_isThatMembersCode(String pointer, String expected) {
    ProblemDocument problem =
        ProblemDocument.of(
            ProblemCode.INVALID_REQUEST,
            "See errors.",
            "req_1",
            List.of(new InputError(pointer, "invalid", "Like this.")),
            Map.of());

    CowinErrors.Told told = CowinErrors.of(problem);

    assertEquals(400, told.status());
    assertEquals(expected, told.failure().errorCode());
    assertTrue(told.failure().error().endsWith("Like this."));
  }

  @Test
  void codes_ofCodeAndContract_areTheSame() {
    Set<String> made =
        Arrays.stream(CowinErrors.values())
            .map(CowinErrors::wire)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> written =
        StreamSupport.stream(
                Contract.properties("CowinFailure").at("/errorCode/enum").spliterator(), false)
            .map(node -> node.asText())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(made, written);
  }

  private static Set<String> pairsOfThePage() throws IOException {
    String page = Files.readString(Path.of("../docs/verifier/cowin.md"));
    return ROW.matcher(page)
        .results()
        .flatMap(
            row ->
                Arrays.stream(row.group(1).split(", ", -1))
                    .map(status -> status + " " + row.group(2)))
        .collect(Collectors.toSet());
  }
}
