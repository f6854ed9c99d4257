package org.kycvs.webshared.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.settings.Environment;

class PagesTest {
  private static final Path WEBAPP = Path.of("src/main/webapp");
  private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action)=\"([^\"]+)\"");
  private static final Set<String> PATHS =
      Set.of(
          "#main",
          "/",
          "/notice",
          "/docs/",
          "/openapi",
          "/health",
          "/.well-known/jwks.json",
          "/.well-known/kycvs.json");

  @Test
  void escaped_markup_showsAsText() {
    assertEquals("&lt;a b=&quot;c&#39;&quot;&gt;&amp;&#64;", Html.escaped("<a b=\"c'\">&@"));
  }

  @Test
  void page_titleOfMarkup_isEscaped() {
    assertTrue(Html.page("<b>", "").contains("<title>&lt;b&gt;</title>"));
  }

  @Test
  void home_inDevelopment_namesTheInbox() {
    assertTrue(HomePage.of(Environment.DEVELOPMENT).contains("href=\"/dev/sms\""));
  }

  @Test
  void home_inProduction_hasNoWordOfTheInbox() {
    assertFalse(HomePage.of(Environment.PRODUCTION).contains("/dev/"));
    assertFalse(HomePage.of(Environment.PRODUCTION).contains("development"));
  }

  @Test
  void error_unknownPath_saysSoAndNamesTheRequest() {
    String page = ErrorPage.of(404, "req_<x>");

    assertTrue(page.contains("This page does not exist"));
    assertTrue(page.contains("req_&lt;x&gt;"));
  }

  @Test
  void error_fault_isOurs() {
    assertTrue(ErrorPage.of(500, "req_1").contains("our fault"));
    assertFalse(ErrorPage.of(400, "req_1").contains("our fault"));
  }

  @Test
  void pages_contentSecurityPolicy_holds() throws IOException {
    for (String page : pages()) {
      assertFalse(
          Pattern.compile("\\sstyle=|<style|\\son[a-z]+=|javascript:").matcher(page).find());
      assertFalse(page.contains("<script>"));
      assertFalse(page.contains("@"), "A place was left unfilled");
    }
  }

  @Test
  void pages_addresses_exist() throws IOException {
    for (String page : pages()) {
      for (MatchResult found : ADDRESS.matcher(page).results().toList()) {
        String address = found.group(1);
        assertTrue(
            PATHS.contains(address) || Files.isRegularFile(WEBAPP.resolve(address.substring(1))),
            address);
      }
    }
  }

  @Test
  void notice_withItsStyle_isSmallAndHasNoScript() throws IOException {
    assertTrue(notice().length() + Files.size(WEBAPP.resolve("assets/kycvs.css")) < 50 * 1024);
    assertFalse(notice().contains("<script"));
  }

  @Test
  void notice_saysWhoMayConsent() throws IOException {
    assertTrue(notice().contains("I am this person, or their parent or guardian"));
  }

  @Test
  void taste_browserOnAPage_wantsAPage() {
    assertTrue(new PageTaste("/nope", "text/html,*/*;q=0.8").wantsPage());
    assertTrue(new PageTaste("/apiary", "text/html").wantsPage());
  }

  @Test
  void taste_programOrApi_wantsNone() {
    assertFalse(new PageTaste("/nope", null).wantsPage());
    assertFalse(new PageTaste("/nope", "*/*").wantsPage());
    assertFalse(new PageTaste("/api/v1", "text/html").wantsPage());
    assertFalse(new PageTaste("/api", "text/html").wantsPage());
    assertFalse(new PageTaste("/.well-known/x", "text/html").wantsPage());
  }

  private static List<String> pages() throws IOException {
    return List.of(
        notice(),
        HomePage.of(Environment.PRODUCTION),
        ErrorPage.of(404, "req_1"),
        ErrorPage.of(503, "req_1"));
  }

  private static String notice() throws IOException {
    return Files.readString(WEBAPP.resolve("notice/index.html"));
  }
}
