package org.kycvs.client.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The vectors as they stand in the repository. */
class VectorsTest {
  private static final Path FILE =
      Path.of("src/main/resources/org/kycvs/client/conformance/vectors.json");

  /** {@code -Dkycvs.conformance.write=true} writes them anew, after the author was changed. */
  @Test
  void vectors_areAsTheirAuthorWritesThem() throws IOException {
    String written = VectorAuthor.write();
    if (Boolean.getBoolean("kycvs.conformance.write")) {
      Files.writeString(FILE, written);
    }
    assertEquals(written, Files.readString(FILE));
  }

  @Test
  void vectors_haveNamesOfTheirOwnAndEveryReason() {
    List<TestVector> vectors = ConformanceKit.standard().vectors();
    assertEquals(vectors.size(), vectors.stream().map(TestVector::id).distinct().count());
    assertEquals(
        "audience-wrong expired issuer-wrong key-unknown malformed nonce-wrong not-yet-valid"
            + " recalled signature-invalid test-mode",
        vectors.stream()
            .flatMap(vector -> vector.verdict().reasons().stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" ")));
  }

  @Test
  void ownChecker_saysExactlyWhatItHasToSay() {
    ConformanceKit kit = ConformanceKit.standard();
    List<ConformanceKit.Finding> findings = kit.run(new OwnChecker(), true);
    assertTrue(findings.size() > 60, "" + findings.size());
    for (ConformanceKit.Finding finding : findings) {
      assertEquals(finding.vector().verdict().toString(), finding.said(), finding.vector().id());
    }
  }
}
