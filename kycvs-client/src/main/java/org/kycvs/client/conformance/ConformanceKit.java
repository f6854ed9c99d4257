package org.kycvs.client.conformance;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Statements, good ones and one of each kind of bad one, to try a checker on.
 *
 * <pre>{@code
 * List<Finding> findings = ConformanceKit.standard().run(myChecker, true);
 * assertEquals(List.of(), findings.stream().filter(finding -> !finding.met()).toList());
 * }</pre>
 *
 * @param published what the checker may know of the issuer
 * @param vectors the statements
 */
public record ConformanceKit(Published published, List<TestVector> vectors) {
  private static final String STANDARD = "vectors.json";

  /** Takes a copy. */
  public ConformanceKit {
    vectors = List.copyOf(vectors);
  }

  /** The kit of this version. */
  public static ConformanceKit standard() {
    try (InputStream in = ConformanceKit.class.getResourceAsStream(STANDARD)) {
      if (in == null) {
        throw new IllegalStateException("The vectors are missing from the library");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | ParseException e) {
      throw new IllegalStateException("The vectors of the library cannot be read", e);
    }
  }

  /**
   * Reads a kit as {@code vectors.json} has it.
   *
   * @throws ParseException if it is none
   */
  public static ConformanceKit parse(String json) throws ParseException {
    Map<String, Object> kit = JSONObjectUtils.parse(json);
    List<TestVector> vectors = new ArrayList<>();
    for (Map<String, Object> vector : JSONObjectUtils.getJSONObjectArray(kit, "vectors")) {
      vectors.add(vector(vector));
    }
    Published published =
        new Published(
            JSONObjectUtils.toJSONString(JSONObjectUtils.getJSONObject(kit, "jwks")),
            JSONObjectUtils.toJSONString(JSONObjectUtils.getJSONObject(kit, "metadata")),
            JSONObjectUtils.getStringList(kit, "statusLists"));
    return new ConformanceKit(published, vectors);
  }

  private static TestVector vector(Map<String, Object> members) throws ParseException {
    return new TestVector(
        JSONObjectUtils.getString(members, "id"),
        JSONObjectUtils.getString(members, "about"),
        JSONObjectUtils.getString(members, "statement"),
        Instant.parse(JSONObjectUtils.getString(members, "at")),
        Optional.ofNullable(JSONObjectUtils.getString(members, "audience")),
        Optional.ofNullable(JSONObjectUtils.getString(members, "nonce")),
        JSONObjectUtils.getBoolean(members, "allowTest"),
        new Verdict(
            JSONObjectUtils.getBoolean(members, "valid"),
            JSONObjectUtils.getStringList(members, "reasons")));
  }

  /**
   * Tries a checker on every vector.
   *
   * @param reasonsToo whether the reasons count, or only whether a statement is refused; more
   *     reasons than expected are always right
   */
  public List<Finding> run(CheckerUnderTest checker, boolean reasonsToo) {
    return vectors.stream().map(vector -> tried(checker, vector, reasonsToo)).toList();
  }

  private Finding tried(CheckerUnderTest checker, TestVector vector, boolean reasonsToo) {
    try {
      Verdict given = checker.check(vector, published);
      return new Finding(vector, vector.isMetBy(given, reasonsToo), given.toString());
    } catch (IOException e) {
      return new Finding(vector, false, "no verdict: " + e.getMessage());
    }
  }

  /**
   * What came of one vector.
   *
   * @param vector what was tried
   * @param met whether the checker said what it has to say
   * @param said what it said, in words
   */
  public record Finding(TestVector vector, boolean met, String said) {}
}
