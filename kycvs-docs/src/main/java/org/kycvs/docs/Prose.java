package org.kycvs.docs;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Descriptions in the API's contract, which are Markdown. */
final class Prose {
  private static final Parser PARSER = Parser.builder().extensions(Page.EXTENSIONS).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().extensions(Page.EXTENSIONS).escapeHtml(true).build();

  /** Paragraphs. */
  String block(String markdown) {
    return HTML.render(PARSER.parse(markdown));
  }

  /** The text of paragraphs, for a place within another. */
  String inline(String markdown) {
    Node tree = PARSER.parse(markdown);
    return HTML.render(tree).strip().replaceAll("^<p>|</p>$", "");
  }
}
