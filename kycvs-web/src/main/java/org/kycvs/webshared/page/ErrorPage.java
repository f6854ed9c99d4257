package org.kycvs.webshared.page;

/** An error in plain words, for somebody with a browser. */
public final class ErrorPage {
  /** The media type of a page. */
  public static final String MEDIA_TYPE = "text/html;charset=UTF-8";

  private static final int NOT_FOUND = 404;
  private static final int NOT_AVAILABLE = 503;
  private static final int FIRST_FAULT = 500;

  private static final String MAIN =
      """
      <h1>@title@</h1>
      <p class="lead">@sentence@</p>
      <p><a href="/">Go to the start page</a></p>
      <p class="meta">If you ask us about this, tell us the request number
        <code class="id">@request@</code>.</p>
      """;

  private ErrorPage() {}

  /**
   * The page.
   *
   * @param status the HTTP status
   * @param requestId names the request, for the one who asks us about it
   */
  public static String of(int status, String requestId) {
    String title = title(status);
    return Html.page(
        title + " – KYC-VS",
        MAIN.replace("@title@", title)
            .replace("@sentence@", sentence(status))
            .replace("@request@", Html.escaped(requestId)));
  }

  private static String title(int status) {
    if (status == NOT_FOUND) {
      return "This page does not exist";
    }
    if (status == NOT_AVAILABLE) {
      return "Not available right now";
    }
    return status < FIRST_FAULT ? "This did not work" : "Something failed here";
  }

  private static String sentence(int status) {
    if (status == NOT_FOUND) {
      return "The address may be mistyped, or the page was removed.";
    }
    if (status == NOT_AVAILABLE) {
      return "Nothing was lost. Please try again in a moment.";
    }
    return status < FIRST_FAULT
        ? "Your browser asked for something that we cannot give in this way."
        : "This is our fault, not yours. We keep a note of it. Please try again.";
  }
}
