package org.kycvs.registry.control.names;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Hundreds of names in eleven scripts: each fits itself, and hardly any fits another. */
class NameConfusionTest {
  private static final int FEWEST_NAMES = 300;
  private static final int FEWEST_PER_SCRIPT = 60;
  private static final int OTHER_SCRIPTS = 10;

  /** Two of the list that are one name, or that Latin letters cannot tell apart. */
  private static final Set<String> ONE_NAME = Set.of("Bina~Veena", "Naseer~Nasir");

  /**
   * Names in other scripts that fit another name too. Urdu leaves out short vowels and writes e and
   * i, o and v with one letter; Bengali has no letter v, and writes Sourav for Saurabh as well.
   */
  private static final Map<String, Set<String>> INHERENT =
      Map.of(
          "bengali", Set.of("Sourav~Saurabh"),
          "arabic",
              Set.of(
                  "Dinesh~Danish", "Savita~Shweta", "Umar~Amar", "Parveen~Praveen", "Sinha~Sneha"));

  private static final List<String> GIVEN =
      NameData.lines("given-names.txt").stream().flatMap(List::stream).toList();
  private static final Map<String, Map<String, Word>> SCRIPTS = scripts();

  @Test
  void givenNames_areAllDifferent() {
    assertTrue(GIVEN.size() >= FEWEST_NAMES);
    List<Word> words = GIVEN.stream().map(NameConfusionTest::word).toList();
    Set<String> confused = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (words.get(i).fits(words.get(j))) {
          confused.add(GIVEN.get(j) + "~" + GIVEN.get(i));
        }
      }
    }
    assertEquals(new TreeSet<>(ONE_NAME), confused);
  }

  @Test
  void everyScript_fitsItsLatinSpelling() {
    assertEquals(OTHER_SCRIPTS, SCRIPTS.size());
    SCRIPTS.forEach(
        (script, names) -> {
          assertTrue(names.size() >= FEWEST_PER_SCRIPT, script);
          assertAll(
              names.entrySet().stream()
                  .map(
                      name ->
                          () -> {
                            Word latin = word(name.getKey());
                            assertTrue(latin.fits(name.getValue()), script + name.getKey());
                            assertTrue(name.getValue().fits(latin), script + name.getKey());
                          }));
        });
  }

  @Test
  void everyScript_fitsEveryOther() {
    Set<String> missed = new TreeSet<>();
    SCRIPTS.forEach(
        (script, names) ->
            SCRIPTS.forEach(
                (other, theirs) ->
                    names.forEach(
                        (latin, word) -> {
                          if (theirs.containsKey(latin) && !word.fits(theirs.get(latin))) {
                            missed.add(script + " " + other + " " + latin);
                          }
                        })));
    assertEquals(Set.of(), missed);
  }

  @Test
  void everyScript_fitsNoOtherName_butWhereItCannotTell() {
    Map<String, Word> latin = new HashMap<>();
    GIVEN.forEach(name -> latin.put(name, word(name)));
    SCRIPTS.forEach(
        (script, names) -> {
          Set<String> confused = new TreeSet<>();
          names.forEach(
              (own, word) ->
                  latin.forEach(
                      (name, other) -> {
                        if (word.fits(other) && !word(own).fits(other)) {
                          confused.add(own + "~" + name);
                        }
                      }));
          assertEquals(new TreeSet<>(INHERENT.getOrDefault(script, Set.of())), confused, script);
        });
  }

  private static Map<String, Map<String, Word>> scripts() {
    Map<String, Map<String, Word>> scripts = new LinkedHashMap<>();
    for (List<String> line : NameData.lines("scripts.txt")) {
      Map<String, Word> names = new LinkedHashMap<>();
      for (String entry : new ArrayList<>(line.subList(1, line.size()))) {
        String[] pair = entry.split("=", 2);
        names.put(pair[0], word(pair[1]));
      }
      scripts.put(line.get(0), names);
    }
    return scripts;
  }

  private static Word word(String written) {
    List<Word> words = NameWords.of(written);
    assertEquals(1, words.size(), written);
    return words.get(0);
  }
}
