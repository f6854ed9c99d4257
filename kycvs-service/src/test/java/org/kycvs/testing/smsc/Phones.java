package org.kycvs.testing.smsc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kycvs.notification.entity.SmsEncoding;

/**
 * What phones show: texts, put together of their parts (3GPP TS 23.040, 9.2.3.24.1). What comes
 * twice is shown twice.
 */
public final class Phones {
  private static final int UDHI = 0x40;
  private static final int UCS2 = 8;
  private static final int ESCAPE = 0x1B;
  private static final int SAR_REFERENCE = 0x020C;
  private static final int SAR_TOTAL = 0x020E;
  private static final int SAR_NUMBER = 0x020F;
  private static final Map<String, Character> LETTERS = letters();

  private final Map<String, List<String>> shown = new HashMap<>();
  private final Map<String, SortedMap<Integer, String>> incomplete = new HashMap<>();

  /** The texts on one phone, in the order in which they became whole. */
  public synchronized List<String> texts(String phone) {
    return List.copyOf(shown.getOrDefault(phone, List.of()));
  }

  /** How many texts are on all phones. */
  public synchronized int count() {
    return shown.values().stream().mapToInt(List::size).sum();
  }

  synchronized void receive(Part part) {
    byte[] octets = part.text();
    Optional<int[]> place = Optional.empty();
    if ((part.esmClass() & UDHI) != 0) {
      int header = octets[0] + 1;
      place = Optional.of(new int[] {octets[3], octets[4], octets[5]});
      octets = Arrays.copyOfRange(octets, header, octets.length);
    } else if (part.parameter(SAR_TOTAL).isPresent()) {
      place =
          Optional.of(
              new int[] {
                ByteBuffer.wrap(part.parameter(SAR_REFERENCE).orElseThrow()).getShort(),
                part.parameter(SAR_TOTAL).orElseThrow()[0],
                part.parameter(SAR_NUMBER).orElseThrow()[0]
              });
    }
    String text =
        part.dataCoding() == UCS2 ? new String(octets, StandardCharsets.UTF_16BE) : gsm(octets);
    if (place.isEmpty()) {
      show(part.to(), text);
      return;
    }
    String key = part.to() + " " + place.get()[0];
    SortedMap<Integer, String> parts = incomplete.computeIfAbsent(key, unused -> new TreeMap<>());
    parts.put(place.get()[2], text);
    if (parts.size() == place.get()[1]) {
      incomplete.remove(key);
      show(part.to(), String.join("", parts.values()));
    }
  }

  private void show(String phone, String text) {
    shown.computeIfAbsent(phone, unused -> new CopyOnWriteArrayList<>()).add(text);
  }

  private static String gsm(byte[] octets) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < octets.length; at++) {
      String letter =
          octets[at] == ESCAPE ? octets[at] + " " + octets[++at] : Byte.toString(octets[at]);
      text.append(LETTERS.getOrDefault(letter, '?'));
    }
    return text.toString();
  }

  private static Map<String, Character> letters() {
    Map<String, Character> letters = new HashMap<>();
    for (char letter = 0; letter < 0x2100; letter++) {
      String one = Character.toString(letter);
      if (SmsEncoding.of(one) == SmsEncoding.GSM) {
        byte[] septets = SmsEncoding.GSM.bytes(one);
        letters.put(
            septets.length == 2 ? septets[0] + " " + septets[1] : Byte.toString(septets[0]),
            letter);
      }
    }
    return letters;
  }
}
