package org.kycvs.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kycvs.shared.problem.ProblemCode;

/** Holds the catalogue of errors and the code together. */
class ErrorsCatalogueTest {
  private static final Path CATALOGUE = Path.of("..", "docs", "verifier", "errors.md");
  private static final List<String> POINTS =
      List.of("- **Means:** ", "- **Cause:** ", "- **Do:** ", "- **Send again:** ");

  private final Map<String, List<String>> entries = new TreeMap<>();

  @BeforeEach
  void read() throws IOException {
    for (String section : Files.readString(CATALOGUE).split("\n### ", -1)) {
      List<String> lines = section.lines().filter(line -> !line.isBlank()).toList();
      entries.put(lines.get(0), lines.subList(1, lines.size()));
    }
    entries.remove("# Errors");
  }

  @Test
  void entries_ofCatalogueAndCode_areTheSame() {
    assertEquals(
        new TreeSet<>(Arrays.stream(ProblemCode.values()).map(ProblemCode::wire).toList()),
        entries.keySet());
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void entry_ofEachCode_hasItsStatusAndTitle(ProblemCode code) {
    assertEquals("`" + code.status() + "` " + code.title(), entry(code).get(0));
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void entry_ofEachCode_saysMeaningCauseRemedyAndWhetherToSendItAgain(ProblemCode code) {
    List<String> entry = entry(code);
    for (int point = 0; point < POINTS.size(); point++) {
      String line = entry.get(point + 1);
      assertTrue(line.startsWith(POINTS.get(point)), line);
      assertTrue(line.length() > POINTS.get(point).length(), line);
    }
  }

  private List<String> entry(ProblemCode code) {
    return entries.getOrDefault(code.wire(), List.of("", "", "", "", ""));
  }
}
