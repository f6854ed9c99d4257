package org.kycvs.notification.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as the parts that it travels in, which phones put together again and operators charge for
 * one by one. No part ends within a character: neither within an escape and its septet, nor within
 * a surrogate pair.
 *
 * @param encoding of all parts
 * @param texts what each part says; at least one, at most 255
 */
public record SmsParts(SmsEncoding encoding, List<String> texts) {
  /** As many as the octet that numbers them can say. */
  private static final int MOST = 255;

  /** Copies the list. */
  public SmsParts {
    texts = List.copyOf(texts);
  }

  /**
   * Divides a text, each part as full as it can be.
   *
   * @throws IllegalArgumentException if these would be more than 255
   */
  public static SmsParts of(String text) {
    SmsEncoding encoding = SmsEncoding.of(text);
    if (encoding.units(text) <= encoding.unitsOfOnlyPart()) {
      return new SmsParts(encoding, List.of(text));
    }
    List<String> parts = divided(text, encoding);
    if (parts.size() > MOST) {
      throw new IllegalArgumentException("A text needs " + parts.size() + " parts, not 255");
    }
    return new SmsParts(encoding, parts);
  }

  private static List<String> divided(String text, SmsEncoding encoding) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    int units = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int more = encoding.units(text.codePointAt(at));
      if (units + more > encoding.unitsOfOneOfSeveral()) {
        parts.add(text.substring(begin, at));
        begin = at;
        units = 0;
      }
      units += more;
    }
    parts.add(text.substring(begin));
    return parts;
  }

  /** How many there are. */
  public int count() {
    return texts.size();
  }

  /** Each part's text in its encoding, without the header that numbers parts. */
  public List<byte[]> bytes() {
    return texts.stream().map(encoding::bytes).toList();
  }

  /** Says how many parts of which encoding; the text itself may hold a code. */
  @Override
  public String toString() {
    return "SmsParts(" + texts.size() + " " + encoding + ")";
  }
}
