package org.kycvs.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small sites, right and wrong. */
class SiteTest {
  private static final String CONTRACT =
      """
      tags: [{ name: Questions }]
      paths:
        /ask:
          post:
            tags: [Questions]
            summary: Ask
            requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Question' } } } }
            responses: { '200': { description: Asked. } }
      components:
        schemas:
          Question:
            type: object
            required: [name]
            properties: { name: { type: string, minLength: 1, maxLength: 9, description: "Whose *name*." } }
      """;

  @TempDir private Path project;

  @BeforeEach
  void withContract() throws IOException {
    put(Contract.SOURCE.toString(), CONTRACT);
    put("docs/verifier/navigation.yaml", "Start:\n  - index\n  - api\n  - later?\n");
    put("docs/verifier/index.md", "# Begin\n\n## One\n");
    put("docs/verifier/api.md", "# API\n");
    put("docs/other.md", "# Not of the site\n");
  }

  @Test
  void page_ofMarkdown_hasTitleMenuAnchorsAndTheWayOn() throws IOException {
    String page = page("docs/index.html");

    assertTrue(page.contains("<title>Begin – KYC-VS documentation</title>"), page);
    assertTrue(page.contains("<a href=\"/docs/\" aria-current=\"page\">Begin</a>"), page);
    assertTrue(
        page.contains("<h2 id=\"one\"><a class=\"anchor\" href=\"#one\">One</a></h2>"), page);
    assertTrue(page.contains("<a class=\"on\" href=\"/docs/api/\">"), page);
  }

  @Test
  void reference_ofContract_hasEachCallWithItsMembers() throws IOException {
    String page = page("docs/api/index.html");

    assertTrue(page.contains("<h2 id=\"ask\">"), page);
    assertTrue(page.contains("<code>name</code> <span class=\"needed\">required</span>"), page);
    assertTrue(
        page.contains("<td>text, 1 to 9 characters</td><td>Whose <em>name</em>.</td>"), page);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[x](nowhere.md)          | the link nowhere.md leads nowhere",
        "[x](api.md#nothing)      | the link api.md#nothing leads nowhere",
        "[x](#two)                | the link #two leads nowhere",
        "[x](/nothing)            | the link /nothing leads nowhere",
        "[x](../other.md)         | the link ../other.md leads nowhere",
        "a <br>                   | has HTML: <br>",
        "<div>                    | has HTML: <div>",
        "# Again                  | a second title: Again",
      })
  void page_withAFault_failsTheBuild(String text, String fault) throws IOException {
    put("docs/verifier/index.md", "# Begin\n\n## One\n\n" + text + "\n");

    assertFault(fault);
  }

  @Test
  void page_withoutTitle_failsTheBuild() throws IOException {
    put("docs/verifier/index.md", "Begin\n");

    assertFault("does not begin with \"# Title\"");
  }

  @Test
  void page_notInTheNavigation_failsTheBuild() throws IOException {
    put("docs/verifier/more.md", "# More\n");

    assertFault("more.md: is not in navigation.yaml");
  }

  @Test
  void page_ofTheNavigationThatDoesNotExist_failsTheBuild() throws IOException {
    Files.delete(project.resolve("docs/verifier/index.md"));

    assertFault("navigation.yaml: names index");
  }

  @Test
  void page_thatMayBeMissing_isLeftOutAndLinksToItAreText() throws IOException {
    put("docs/verifier/index.md", "# Begin\n\nSee [the rest](later.md#part).\n");

    String page = page("docs/index.html");

    assertTrue(page.contains("<p>See the rest.</p>"), page);
    assertFalse(files().containsKey("docs/later/index.html"));
  }

  @Test
  void links_toPagesAndCalls_leadThere() throws IOException {
    put("docs/verifier/index.md", "# Begin\n\n[a](api.md) [b](api.md#ask) [c](#begin)\n");

    String page = page("docs/index.html");

    assertTrue(page.contains("<a href=\"/docs/api/\">a</a>"), page);
    assertTrue(page.contains("<a href=\"/docs/api/#ask\">b</a> <a href=\"#begin\">c</a>"), page);
  }

  @Test
  void sample_withFile_hasItsNameAndIsEscaped() throws IOException {
    put("docs/verifier/index.md", "# Begin\n\n```python file=a.py\nprint(1 < 2)\n```\n");

    String page = page("docs/index.html");

    assertTrue(page.contains("<figcaption>a.py</figcaption>"), page);
    assertTrue(page.contains("print(1 &lt; 2)"), page);
  }

  @Test
  void sample_fromAFileOfTheProject_showsIt() throws IOException {
    put("samples/a.sh", "echo here\n");
    put("docs/verifier/index.md", "# Begin\n\n```sh file=b.sh from=samples/a.sh\n```\n");

    assertTrue(page("docs/index.html").contains("echo here"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json                 | is not JSON",
        "                     | a sample begins with ```",
        "cobol                | a sample begins with ```cobol",
        "sh from=samples/x.sh | there is no file samples/x.sh",
      })
  void sample_withAFault_failsTheBuild(String info, String fault) throws IOException {
    String begin = "```" + (info == null ? "" : info);
    put("docs/verifier/index.md", "# Begin\n\n" + begin + "\n{\n```\n");

    assertFault(fault);
  }

  @Test
  void headings_ofOneName_getAnchorsOfTheirOwn() throws IOException {
    put("docs/verifier/index.md", "# Begin\n\n## Added\n\n## Added\n");

    assertTrue(page("docs/index.html").contains("<h2 id=\"added-1\">"));
  }

  private Map<String, String> files() throws IOException {
    return new Site(project).files();
  }

  private String page(String file) throws IOException {
    return files().getOrDefault(file, "");
  }

  private void assertFault(String fault) {
    String message = assertThrows(BrokenDocsException.class, this::files).toString();

    assertTrue(message.contains(fault), message);
    assertEquals(2, message.lines().count(), message);
  }

  private void put(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
