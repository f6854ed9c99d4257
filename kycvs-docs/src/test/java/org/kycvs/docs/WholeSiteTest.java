package org.kycvs.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The project's own site, as the build makes it. */
class WholeSiteTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
  private static final Pattern ANCHOR = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Set<String> ELSEWHERE =
      Set.of("/", "/notice", "/openapi", "/assets/kycvs.css", "/assets/kycvs.svg");

  private static Map<String, String> pages = Map.of();
  private static Set<String> addresses = Set.of();

  @BeforeAll
  static void make() throws IOException {
    pages = new TreeMap<>(new Site(Path.of("..")).files());
    addresses = new HashSet<>(ELSEWHERE);
    pages.forEach(
        (file, text) -> {
          String address = "/" + file.replaceFirst("index[.]html$", "");
          addresses.add(address);
          matches(ANCHOR, text).forEach(anchor -> addresses.add(address + "#" + anchor));
        });
  }

  @Test
  void links_ofEachPage_leadSomewhere() {
    pages.forEach(
        (file, text) -> {
          String address = "/" + file.replaceFirst("index[.]html$", "");
          List<String> broken =
              matches(LINK, text).stream()
                  .filter(link -> !link.startsWith("https://"))
                  .map(link -> link.startsWith("#") ? address + link : link)
                  .filter(link -> !addresses.contains(link) && !link.startsWith("/.well-known/"))
                  .toList();

          assertEquals(List.of(), broken, file);
        });
  }

  @Test
  void anchors_ofEachPage_areThereOnce() {
    pages.forEach(
        (file, text) -> {
          List<String> anchors = matches(ANCHOR, text);

          assertEquals(new HashSet<>(anchors).size(), anchors.size(), file);
        });
  }

  @Test
  void pages_contentSecurityPolicy_holds() {
    pages.forEach(
        (file, text) ->
            assertFalse(
                Pattern.compile("\\sstyle=|<style|<script|\\son[a-z]+=|javascript:")
                    .matcher(text)
                    .find(),
                file));
  }

  @Test
  void reference_ofTheContract_hasNoReferenceLeft() {
    assertFalse(pages.getOrDefault("docs/api/index.html", "$ref").contains("$ref"));
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
