package org.kycvs.launcher.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PageTest {
  private final Page page = new Page(ZoneId.of("Asia/Kolkata"));

  @Test
  void time_isOfTheZoneToTheMinute() {
    assertEquals("2026-11-22 00:29 IST", page.time(Instant.parse("2026-11-21T18:59:59Z")));
  }

  @Test
  void labelled_longText_goesOnUnderItself() {
    page.labelled("reason", "word ".repeat(20));
    assertEquals(
        "    reason   "
            + "word ".repeat(12)
            + "word\n"
            + " ".repeat(13)
            + "word ".repeat(6)
            + "word",
        page.text());
  }

  @Test
  void labelled_wordLongerThanALine_isLeftWhole() {
    page.labelled("reason", "a " + "x".repeat(90));
    assertEquals("    reason   a\n" + " ".repeat(13) + "x".repeat(90), page.text());
  }

  @Test
  void labelled_whatATerminalWouldObey_isNotPassedOn() {
    page.labelled("name", "a\u001b[2Jb\u009bc\u202ed\ne");
    assertEquals("    name     a?[2Jb?c?d e", page.text());
  }

  @Test
  void labelled_joinersOfIndianScripts_arePassedOn() {
    page.labelled("name", "क्‍ष");
    assertEquals("    name     क्‍ष", page.text());
  }
}
