package org.kycvs.webshared.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kycvs.shared.settings.Environment;

/** The start page: what this installation is, and where everything is. */
@WebServlet("")
public class HomePage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String MAIN =
      """
      <h1>Is this person vaccinated?</h1>
      <p class="lead">A hotel, an employer or a railway asks this service about one person, by
        mobile number and name. The person is sent an SMS that says who asks and what for, and
        agrees by telling the code in it. The answer is a signed statement – not vaccinated,
        partially vaccinated or fully vaccinated – and nothing else about the person.</p>
      <h2>If you got an SMS from us</h2>
      <ul class="ways">
        <li><a href="/notice">What you agree to</a>
          <span>Who learns what, for how long, and how to stop it</span></li>
      </ul>
      <h2>If you ask about people</h2>
      <ul class="ways">
        <li><a href="/docs/">Documentation</a>
          <span>From nothing to a checked answer in ten minutes, and everything after that</span></li>
        <li><a href="/openapi">OpenAPI</a>
          <span>Every call, for programs</span></li>
        <li><a href="/.well-known/jwks.json">Signing keys</a>
          <span>To check statements offline (JWK set)</span></li>
        <li><a href="/.well-known/kycvs.json">Issuer</a>
          <span>Who signs, and when each key signed</span></li>
      </ul>
      <h2>If you run it</h2>
      <ul class="ways">
        <li><a href="/health">Health</a>
          <span>Whether all parts work</span></li>@development@
      </ul>
      """;

  private static final String DEVELOPMENT =
      """

        <li><a href="/dev/sms">SMS inbox</a>
          <span>What people would have received; in development only</span></li>
        <li><a href="/dev/mail">Mail inbox</a>
          <span>What staff would have received; in development only</span></li>""";

  @Inject private transient Environment environment;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(of(environment));
  }

  /** The page; the inbox is named only where it exists. */
  static String of(Environment environment) {
    boolean development = environment == Environment.DEVELOPMENT;
    String main = MAIN.replace("@development@", development ? DEVELOPMENT : "");
    String title = "KYC-VS – vaccination status, with consent";
    return development ? Html.developmentPage(title, "", main) : Html.page(title, main);
  }
}
