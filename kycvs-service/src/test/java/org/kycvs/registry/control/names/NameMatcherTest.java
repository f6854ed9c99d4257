package org.kycvs.registry.control.names;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.registry.entity.PersonName;

/**
 * The names of {@code fitting.txt} fit, those of {@code others.txt} do not; and any text is safe.
 */
class NameMatcherTest {
  private static final int FEWEST_PAIRS = 300;

  @Test
  void fits_thePersonsNameInAnotherWay() {
    List<NamePair> pairs = NamePair.read("fitting.txt");
    assertTrue(pairs.size() >= FEWEST_PAIRS);
    assertAll(pairs.stream().map(pair -> () -> assertTrue(fits(pair), pair::toString)));
  }

  @Test
  void fits_anotherPersonsName_never() {
    List<NamePair> pairs = NamePair.read("others.txt");
    assertTrue(pairs.size() >= FEWEST_PAIRS);
    assertAll(pairs.stream().map(pair -> () -> assertFalse(fits(pair), pair::toString)));
  }

  @Test
  void fits_wholeNames_eitherWay() {
    List<NamePair> pairs =
        Stream.concat(NamePair.read("fitting.txt").stream(), NamePair.read("others.txt").stream())
            .filter(pair -> pair.typed().split("\\s+").length == 1)
            .filter(pair -> pair.registered().split("\\s+").length == 1)
            .toList();
    assertAll(
        pairs.stream()
            .map(pair -> () -> assertEquals(fits(pair), fits(pair.turned()), pair::toString)));
  }

  @Test
  void fits_oneMatcherAskedTwice_answersEachByItself() {
    NameMatcher matcher = NameMatcher.of(new PersonName("Deepak Rao"));
    assertTrue(matcher.fits(new PersonName("Deepak Rao")));
    assertTrue(matcher.fits(new PersonName("Dipak Rao")));
    assertFalse(matcher.fits(new PersonName("Deepa Rao")));
    assertTrue(matcher.fits(new PersonName("दीपक राव")));
  }

  @Test
  void fits_composedOrDecomposed_makesNoDifference() {
    assertTrue(fits("Rene\u0301 D\u2019Souza", "Ren\u00e9 D\u2019Souza"));
    assertTrue(fits("\u0958\u093e\u0938\u093f\u092e", "\u0915\u093c\u093e\u0938\u093f\u092e"));
    assertTrue(fits("JOSEF GROSS", "Josef Groß"));
    assertTrue(fits("മേനോന്\u200d", "മേനോൻ"));
  }

  @Test
  void fits_scriptsOutsideIndia_areRomanised() {
    assertTrue(fits("Ivan Petrov", "Иван Петров"));
    assertFalse(fits("Ivan Petrov", "Борис Петров"));
  }

  @Test
  void fits_turkishLocale_makesNoDifference() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertTrue(fits("IMRAN ALI", "Imran Ali"));
      assertTrue(fits("SHRI IMRAN ALI S/O IDRIS", "Imran Ali"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0\t", ".", "12345", "\ud800", "\u0301\u0301", "😀", "Mr."})
  void fits_nothingOfAName_fitsNobody(String typed) {
    assertFalse(fits(typed, "Meena Ansari"));
    assertFalse(fits("Meena Ansari", typed));
    assertFalse(fits(typed, typed));
  }

  @Test
  void fits_initialsOnly_fitNobody() {
    assertFalse(fits("R. K.", "R. K."));
    assertFalse(fits("R. K.", "Rahul Kumar"));
  }

  @Test
  void fits_moreWordsThanAreTakenApart_onlyIfWrittenAlike() {
    String eleven = "a b c d e f g h i j Meena";
    assertTrue(fits(eleven, eleven.toUpperCase(Locale.ROOT)));
    assertFalse(fits("b a c d e f g h i j Meena", eleven));
  }

  /** Each has 200 characters, the most that can be typed. A hang is what this is about. */
  static Stream<String> hostile() {
    return Stream.of(
            "aa ",
            "a",
            "a ",
            "A.",
            "aabb",
            "ram ",
            "ramkumar kumar ",
            "\u0301",
            "a\u0301\u0300",
            "\u0915\u094d",
            "\u0915",
            "\u0627",
            "\u0648\u06cc",
            "\u0648\u06cc ",
            "\u0bb0\u0bbe",
            "\ud83d\ude00",
            "\ud800",
            "\udc00a",
            "\u202e\u200fa",
            "\u0000",
            "\ufffd",
            "mr ",
            "sri ",
            "s/o ",
            "bhai",
            "abcdefghijklmnopqrs ",
            "\ufdfa",
            "\u1e9b\u0323",
            "(",
            "\\Q.*")
        .map(piece -> piece.repeat(200).substring(0, 200));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void fits_hostileText_endsWithoutAnError(String text) {
    PersonName name = new PersonName(text);
    List<PersonName> household =
        Stream.concat(hostile(), Stream.of(text + "b", "b " + text, "Meena Ansari"))
            .map(PersonName::new)
            .toList();
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          NameMatcher matcher = NameMatcher.of(name);
          household.forEach(other -> assertDoesNotThrow(() -> matcher.fits(other)));
        });
    assertFalse(NameMatcher.of(name).fits(new PersonName("Meena Ansari")));
  }

  private static boolean fits(NamePair pair) {
    return fits(pair.typed(), pair.registered());
  }

  private static boolean fits(String typed, String registered) {
    return NameMatcher.of(new PersonName(typed)).fits(new PersonName(registered));
  }
}
