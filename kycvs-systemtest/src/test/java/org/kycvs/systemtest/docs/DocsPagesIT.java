package org.kycvs.systemtest.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kycvs.systemtest.support.Programs;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/**
 * The pages in a browser: each of them wide and light, and narrow and dark, so that each width and
 * each colour is seen; one of each kind also the other way round.
 */
@ExtendWith(SharedServer.class)
class DocsPagesIT {
  private static final List<String> WCAG_22_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final List<String> OTHER_PAGES = List.of("/", "/notice", "/dev/sms", "/dev/mail");

  /** One of each kind of the site's pages: text, code in many languages, tables, the reference. */
  private static final List<String> KINDS =
      List.of("/docs/", "/docs/check/", "/docs/errors/", "/docs/api/");

  private static @Nullable Playwright playwright;
  private static @Nullable Browser browser;

  /** One browser for all tests of the class. Not before them all: a skipped test is to say why. */
  @BeforeEach
  void open() {
    Path chromium = Programs.find("chromium");
    if (playwright == null) {
      start(chromium);
    }
  }

  private static void start(Path chromium) {
    Playwright started =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    playwright = started;
    browser =
        started
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox")));
  }

  private static Browser browser() {
    return Objects.requireNonNull(browser);
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @ParameterizedTest
  @Timeout(value = 10, unit = TimeUnit.MINUTES) // a second a page, more on a busy machine
  @CsvSource({"1280, LIGHT", "390, DARK"})
  void pages_wideAndLightOrNarrowAndDark_areSound(
      int width, ColorScheme light, RunningServer server) {
    assertSound(server, width, light, page -> paths(page, server));
  }

  @ParameterizedTest
  @CsvSource({"1280, DARK", "390, LIGHT"})
  void kindsOfPages_wideAndDarkOrNarrowAndLight_areSound(
      int width, ColorScheme light, RunningServer server) {
    assertSound(
        server, width, light, page -> Stream.concat(KINDS.stream(), OTHER_PAGES.stream()).toList());
  }

  private static void assertSound(
      RunningServer server,
      int width,
      ColorScheme light,
      Function<Page, Collection<String>> paths) {
    List<String> faults = new ArrayList<>();
    try (BrowserContext context =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(light))) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> faults.add(page.url() + " console: " + message.text()));
      page.onPageError(error -> faults.add(page.url() + " error: " + error));
      page.onRequest(
          request -> {
            if (!request.url().startsWith(server.url() + "/")) {
              faults.add(page.url() + " asks " + request.url());
            }
          });
      for (String path : paths.apply(page)) {
        assertEquals(200, page.navigate(server.url() + path).status(), path);
        look(page, faults);
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void menu_onANarrowScreen_leadsToAPageWithoutScript(RunningServer server) {
    try (BrowserContext context =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(390, 900)
                    .setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(server.url() + "/docs/");
      Locator errors = page.locator(".menu a[href='/docs/errors/']");
      assertTrue(errors.isHidden());

      page.locator(".menu summary").click();
      errors.click();

      assertEquals("Errors", page.locator("h1").textContent());
    }
  }

  @Test
  void contents_onAWideScreen_leadToTheirPart(RunningServer server) {
    try (BrowserContext context = browser().newContext()) {
      Page page = context.newPage();
      page.navigate(server.url() + "/docs/errors/#code-wrong");

      assertTrue(page.locator("#code-wrong").isVisible());
      assertEquals("code-wrong", page.locator(":target").textContent());
    }
  }

  /** All pages of the site, as its menu has them, and the others that people see. */
  private static Set<String> paths(Page page, RunningServer server) {
    page.navigate(server.url() + "/docs/");
    Set<String> paths = new TreeSet<>(OTHER_PAGES);
    for (Locator link : page.locator(".side a").all()) {
      paths.add(link.getAttribute("href"));
    }
    assertTrue(paths.size() > 12, paths.toString());
    return paths;
  }

  private static void look(Page page, List<String> faults) {
    Object wide =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    if (wide.equals(true)) {
      faults.add(page.url() + " scrolls sideways");
    }
    // axe's legacy mode differs in frames only, of which there are none; else it opens a window
    // more.
    AxeResults results = new AxeBuilder(page).setLegacyMode(true).withTags(WCAG_22_AA).analyze();
    for (Rule rule : results.getViolations()) {
      faults.add(page.url() + " axe: " + rule.getId() + " " + rule.getNodes().get(0).getHtml());
    }
  }
}
