package org.kycvs.notification.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail's source, from which both its text and its HTML are made, so that they say the same. First
 * {@code Subject: …}; then blocks parted by empty lines: a heading ({@code # …}), facts ({@code -
 * Label: value}, a line each), or a paragraph. {@code {name}} is a variable.
 */
final class MailMarkup {
  private static final String SUBJECT = "Subject: ";
  private static final String HEADING = "# ";
  private static final String FACT = "- ";
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
  private static final int LONGEST = 500;

  /** Controls, line and paragraph separators, and what turns the direction of the text around. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private final String subject;
  private final List<List<String>> blocks;
  private final Set<String> variables;

  private MailMarkup(String subject, List<List<String>> blocks, Set<String> variables) {
    this.subject = subject;
    this.blocks = blocks;
    this.variables = variables;
  }

  /** Reads a source. */
  static MailMarkup of(String source) {
    List<List<String>> blocks = new ArrayList<>();
    for (String block : source.strip().split("\n\n+")) {
      blocks.add(block.strip().lines().toList());
    }
    String first = blocks.remove(0).get(0);
    if (!first.startsWith(SUBJECT)) {
      throw new IllegalStateException("A mail begins with its subject");
    }
    Set<String> variables = new HashSet<>();
    VARIABLE.matcher(source).results().forEach(found -> variables.add(found.group(1)));
    return new MailMarkup(
        first.substring(SUBJECT.length()), List.copyOf(blocks), Set.copyOf(variables));
  }

  Set<String> variables() {
    return variables;
  }

  void check(Map<String, String> values) {
    if (!values.keySet().equals(variables)) {
      throw new IllegalArgumentException("Fill in " + variables + ", not " + values.keySet());
    }
    values.forEach(
        (name, value) -> {
          if (value.length() > LONGEST || UNFIT.matcher(value).find()) {
            throw new IllegalArgumentException(
                name + " is longer than " + LONGEST + " characters or has controls in it");
          }
        });
  }

  MailText fill(Map<String, String> values) {
    check(values);
    UnaryOperator<String> plain = line -> filled(line, values, UnaryOperator.identity());
    UnaryOperator<String> safe = line -> filled(line, values, MailHtml::escaped);
    return new MailText(plain.apply(subject), text(plain), html(safe));
  }

  private String text(UnaryOperator<String> fill) {
    StringBuilder text = new StringBuilder();
    for (List<String> block : blocks) {
      for (String line : block) {
        String shown = line.startsWith(HEADING) ? line.substring(HEADING.length()) : line;
        text.append(fill.apply(shown.startsWith(FACT) ? shown.substring(FACT.length()) : shown))
            .append('\n');
      }
      text.append('\n');
    }
    return text.toString().stripTrailing() + "\n";
  }

  private String html(UnaryOperator<String> fill) {
    StringBuilder html = new StringBuilder();
    for (List<String> block : blocks) {
      if (block.get(0).startsWith(HEADING)) {
        html.append("<h1>").append(fill.apply(heading(block))).append("</h1>\n");
      } else if (block.get(0).startsWith(FACT)) {
        html.append("<table>\n");
        block.forEach(fact -> html.append(row(fact, fill)));
        html.append("</table>\n");
      } else {
        html.append("<p>").append(fill.apply(paragraph(block))).append("</p>\n");
      }
    }
    return MailHtml.document(fill.apply(MailHtml.escaped(subject)), html.toString());
  }

  private static String heading(List<String> block) {
    return MailHtml.escaped(block.get(0).substring(HEADING.length()));
  }

  private static String paragraph(List<String> block) {
    return MailHtml.escaped(String.join("\n", block));
  }

  private static String row(String fact, UnaryOperator<String> fill) {
    int colon = fact.indexOf(": ");
    String label = MailHtml.escaped(fact.substring(FACT.length(), colon));
    String value = MailHtml.escaped(fact.substring(colon + 2));
    return "<tr><th scope=\"row\">"
        + fill.apply(label)
        + "</th><td>"
        + fill.apply(value)
        + "</td></tr>\n";
  }

  private static String filled(
      String line, Map<String, String> values, UnaryOperator<String> made) {
    return VARIABLE
        .matcher(line)
        .replaceAll(
            (MatchResult found) ->
                Matcher.quoteReplacement(made.apply(values.getOrDefault(found.group(1), ""))));
  }
}
