package org.kycvs.docs;

import java.util.Locale;

/** Text made safe for HTML, and names made from text. */
final class Markup {
  private Markup() {}

  /** Text as markup that shows just that text, in content and in quoted attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Text as code. */
  static String code(String text) {
    return "<code>" + escaped(text) + "</code>";
  }

  /** The anchor of a heading, as forges make it: small letters, digits and hyphens. */
  static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  /** A table that is wider than the screen scrolls by itself, with the keyboard too. */
  static String scrolling(String html) {
    return html.replace(
            "<table>",
            "<div class=\"scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>");
  }
}
