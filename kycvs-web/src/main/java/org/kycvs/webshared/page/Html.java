package org.kycvs.webshared.page;

/** The frame of a page, and text made safe for it. */
public final class Html {
  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>@title@</title>
        <link rel="stylesheet" href="/assets/kycvs.css">
        <link rel="icon" href="/assets/kycvs.svg" type="image/svg+xml">@head@
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="site"><div>
          <a class="name" href="/">KYC-VS</a>
          <span class="claim">Vaccination status, with consent</span>@badge@
        </div></header>
        <main id="main">
      @main@
        </main>
        <footer class="site"><div>
          <a href="/notice">Consent notice</a> <a href="/docs/">Documentation</a>
        </div></footer>
      </body>
      </html>
      """;

  private Html() {}

  /**
   * A page.
   *
   * @param title plain text
   * @param main the markup of what the page says, made safe
   */
  public static String page(String title, String main) {
    return framed(title, "", "", main);
  }

  /**
   * A page that exists in development only, and says so.
   *
   * @param head further markup for the head
   */
  public static String developmentPage(String title, String head, String main) {
    return framed(title, "\n  " + head, "\n    <span class=\"badge\">development</span>", main);
  }

  /** Text as markup that shows just that text, in content and in quoted attributes. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("@", "&#64;");
  }

  private static String framed(String title, String head, String badge, String main) {
    return FRAME
        .replace("@title@", escaped(title))
        .replace("@head@", head)
        .replace("@badge@", badge)
        .replace("@main@", main.strip());
  }
}
