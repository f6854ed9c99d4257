package org.kycvs.registry.control.names;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A script as Indian names use it: how its letters are read, and what becomes of the short a that
 * Indic consonants carry unwritten. Nine Indic scripts become one romanisation (ISO 15919, by ICU);
 * Latin and Arabic letters have tables of their own; any other script is romanised and read as
 * Latin.
 */
enum WritingSystem {
  LATIN(FinalA.SPOKEN, true),
  DEVANAGARI(FinalA.SILENT, true),
  BENGALI(FinalA.LIGHT, true),
  TAMIL(FinalA.SPOKEN, false),
  TELUGU(FinalA.SPOKEN, false),
  GUJARATI(FinalA.SILENT, true),
  KANNADA(FinalA.EITHER, false),
  MALAYALAM(FinalA.SPOKEN, false),
  GURMUKHI(FinalA.SILENT, true),
  ORIYA(FinalA.LIGHT, true),
  ARABIC(FinalA.SPOKEN, false),
  OTHER(FinalA.SPOKEN, true);

  /** What becomes of an unwritten a at the end. */
  enum FinalA {
    /** As in Telugu: it is said, and romanised. */
    SPOKEN,
    /** As in Kannada: Suresh may be written with it or without. */
    EITHER,
    /** As in Hindi: not said, but for clusters that cannot be said without, as in Gupta. */
    SILENT,
    /** As in Bengali: not said after one consonant; after two, who knows. */
    LIGHT
  }

  private final FinalA finalA;
  private final boolean dropsMiddleA;

  WritingSystem(FinalA finalA, boolean dropsMiddleA) {
    this.finalA = finalA;
    this.dropsMiddleA = dropsMiddleA;
  }

  FinalA finalA() {
    return finalA;
  }

  /** Whether a short a between two consonants may be silent, as in Kamala, Kamla. */
  boolean dropsMiddleA() {
    return dropsMiddleA;
  }

  static WritingSystem of(UnicodeScript script) {
    return Arrays.stream(values())
        .filter(system -> system.name().equals(script.name()))
        .findFirst()
        .orElse(OTHER);
  }

  /** The sounds of a word's letters, one by one; the word is in its folded form (NFKC_CF). */
  int[] sounds(String folded) {
    return switch (this) {
      case LATIN, OTHER -> table("Latin").sounds(latin(folded));
      case ARABIC -> table("Arabic").sounds(urdu(folded));
      default -> table(title()).sounds(roman(folded));
    };
  }

  private static SoundTable table(String name) {
    return SoundTable.named(name);
  }

  private String latin(String folded) {
    boolean ascii = folded.chars().allMatch(letter -> letter < 0x80);
    String latin = ascii ? folded : Romanisation.of(OTHER).transliterate(folded);
    return latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  private String roman(String folded) {
    // ICU leaves out Gurmukhi's nasal sign, and takes the Assamese v for an r.
    String known = folded.replace('\u0a70', '\u0a02').replace('\u09f1', '\u09ac');
    return Romanisation.of(this).transliterate(known);
  }

  /** The letters of Urdu for those that Arabic writes for the same; without vowel marks. */
  private static String urdu(String folded) {
    return folded
        .replace("\u06cc\u0670", "\u0627")
        .replaceAll("[\\p{M}\u0640]", "")
        .replaceAll("[\u064a\u0649\u06d0]", "\u06cc")
        .replace('\u0643', '\u06a9')
        .replaceAll("[\u0629\u0647\u06c0\u06c2\u06c3\u06d5]", "\u06c1")
        .replace('\u0671', '\u0627')
        .replace('\u06d3', '\u06d2');
  }

  private String romanisation() {
    return this == OTHER ? "Any-Latin; Latin-ASCII" : title() + "-Latin";
  }

  private String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** ICU's transliterators, each loaded when the first name needs it. They may be shared. */
  private static final class Romanisation {
    private static final Map<WritingSystem, Transliterator> LOADED = new ConcurrentHashMap<>();

    static Transliterator of(WritingSystem system) {
      return LOADED.computeIfAbsent(system, any -> Transliterator.getInstance(any.romanisation()));
    }
  }
}
