package org.kycvs.notification.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The HTML of mails: one column of at most 600 pixels in the reader's own fonts and colours, dark
 * where the reader's are; no image, no link that counts, nothing from elsewhere.
 */
public final class MailHtml {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { margin: 0; padding: 24px 16px; font: 16px/1.5 system-ui, sans-serif;
        background: #ffffff; color: #1b2430; }
      main { max-width: 600px; margin: 0 auto; }
      h1 { margin: 0 0 16px; font-size: 20px; line-height: 1.3; }
      p { margin: 0 0 16px; }
      table { width: 100%; margin: 0 0 16px; border-collapse: collapse; }
      th, td { padding: 6px 12px 6px 0; border-top: 1px solid #c6d0da; text-align: left;
        vertical-align: top; overflow-wrap: anywhere; }
      th { width: 7em; font-weight: 600; overflow-wrap: normal; }
      @media (prefers-color-scheme: dark) {
        body { background: #11161d; color: #edf1f6; }
        th, td { border-color: #3b4857; }
      }
      """;

  private static final String DOCUMENT =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%s</title>
      <style>%s</style>
      </head>
      <body>
      <main>
      %s</main>
      </body>
      </html>
      """;

  private MailHtml() {}

  /** The style's hash as a content security policy names it, such as {@code sha256-…}. */
  public static String styleHash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** A whole document of a title and a body that are markup already. */
  static String document(String title, String body) {
    return DOCUMENT.formatted(title, STYLE, body);
  }

  /** Text as markup that shows just that text; a variable's name in braces stays as it is. */
  static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
