package org.kycvs.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/**
 * Samples of code. What follows the language says what a test does with one: {@code file=} the file
 * that it becomes, {@code from=} the project's file that it is.
 */
final class Samples {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Pattern INFO =
      Pattern.compile("(?<language>[a-z]+)(?: file=(?<file>\\S+))?(?: from=(?<from>\\S+))?");

  /** What a reader's eye, or a test, knows how to take. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "sh", "console", "text", "http", "json", "java", "javascript", "python", "html", "xml");

  private final Path project;
  private final Faults faults;

  Samples(Path project, Faults faults) {
    this.project = project;
    this.faults = faults;
  }

  /** The sample as a figure. */
  String html(Page page, FencedCodeBlock block) {
    Matcher info = INFO.matcher(block.getInfo().strip());
    if (!info.matches() || !LANGUAGES.contains(info.group("language"))) {
      faults.add(page.source().toString(), "a sample begins with ```" + block.getInfo());
      return "";
    }
    String language = info.group("language");
    String file = info.group("file");
    String from = info.group("from");
    String text = from == null ? block.getLiteral() : read(page, from);
    if (language.equals("json") && from == null) {
      insistOnJson(page, text);
    }
    String caption = file != null || from == null ? file : Path.of(from).getFileName().toString();
    return figure(language, caption == null ? "" : caption, text);
  }

  /** Code that scrolls by itself, with the keyboard too. */
  static String figure(String language, String caption, String text) {
    String label = caption.isEmpty() ? "Sample" : "Sample " + caption;
    return "<figure class=\"code\">"
        + (caption.isEmpty() ? "" : "<figcaption>" + Markup.escaped(caption) + "</figcaption>")
        + "<pre role=\"group\" tabindex=\"0\" aria-label=\""
        + Markup.escaped(label)
        + "\"><code class=\"language-"
        + language
        + "\">"
        + Markup.escaped(text)
        + "</code></pre></figure>";
  }

  private String read(Page page, String from) {
    try {
      Path file = project.resolve(from);
      if (Files.isRegularFile(file)) {
        return Files.readString(file);
      }
      faults.add(page.source().toString(), "there is no file " + from);
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void insistOnJson(Page page, String text) {
    try {
      JSON.readTree(text);
    } catch (JsonProcessingException e) {
      faults.add(page.source().toString(), "is not JSON: " + text.strip());
    }
  }
}
