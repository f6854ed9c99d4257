package org.kycvs.webshared.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedLineTest {
  private static final String NOTHING = "-";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for=192.0.2.43 | 192.0.2.43",
        "For=192.0.2.43;Proto=http;By=203.0.113.43 | 192.0.2.43",
        "by=_gate;FOR=\"192.0.2.43:47011\" | 192.0.2.43",
        "for=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe:0:0:0:0:17",
        "for=\"[2001:db8:cafe::17]\";host=a | 2001:db8:cafe:0:0:0:0:17",
        "for=\"[::ffff:192.0.2.1]\" | 192.0.2.1",
        "for=\"192.0.2.43:_port\" | 192.0.2.43",
        "for=\"192.0.2\\.43\" | 192.0.2.43",
        "for=unknown | -",
        "for=_hidden | -",
        "proto=https | -",
        "for=192.0.2.43, for=198.51.100.17 | 192.0.2.43 198.51.100.17",
        "for=192.0.2.43,for=_a , for=\"[2001:db8::1]\" | 192.0.2.43 - 2001:db8:0:0:0:0:0:1",
        "host=\"a,for=1.2.3.4;x\";for=192.0.2.43 | 192.0.2.43",
      })
  void standard_wellFormed_tellsEachHop(String line, String expected) {
    assertEquals(expected, told(ForwardedLine.standard(line)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        ";",
        "for",
        "for=",
        "=192.0.2.43",
        "for = 192.0.2.43",
        "for=192.0.2.43,",
        "for=192.0.2.43;",
        "for=192.0.2.43;;proto=http",
        "for=192.0.2.43 for=198.51.100.17",
        "for=192.0.2.43;for=198.51.100.17",
        "for=192.0.2.43:80",
        "for=[2001:db8::1]",
        "for=2001:db8::1",
        "for=\"192.0.2.43",
        "for=\"a, for=192.0.2.43",
        "for=192.0.2.43\"",
        "for=\"192.0.2.43\"x",
        "for=192.0.2.43, for=\u00e9",
        "for=192.0.2.43\u0000",
        "for=\"192.0.2.43\\",
      })
  void standard_malformed_isOneHopThatNothingIsKnownOf(String line) {
    assertEquals(List.of(ForwardedHop.UNKNOWN), ForwardedLine.standard(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "example.org",
        "256.1.1.1",
        "1.2.3",
        "01.2.3.4",
        "192.0.2.43/24",
        "[192.0.2.43]",
        "[2001:db8::1",
        "2001:db8::1]",
        "[2001:db8::1%eth0]",
        "[:::]",
        "192.0.2.43:",
        "192.0.2.43:123456",
        "192.0.2.43:80:80",
        " 192.0.2.43",
        "0x7f000001",
        "2130706433",
      })
  void address_ofWhatIsNone_isNothing(String node) {
    assertEquals(true, ForwardedHop.address(node).isEmpty());
  }

  @Test
  void standard_proto_tellsWhetherItWasTls() {
    List<ForwardedHop> hops =
        ForwardedLine.standard("for=192.0.2.1;proto=https, for=192.0.2.2;proto=http, for=_x");
    assertEquals(List.of(true, false, false), hops.stream().map(ForwardedHop::secure).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.43 | 192.0.2.43",
        "192.0.2.43, 198.51.100.17 | 192.0.2.43 198.51.100.17",
        "192.0.2.43:4711 | 192.0.2.43",
        "2001:db8::1 | 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1]:4711,192.0.2.1 | 2001:db8:0:0:0:0:0:1 192.0.2.1",
        "unknown, , evil\", 192.0.2.1 | - - - 192.0.2.1",
        "for=192.0.2.43 | -",
      })
  void common_anything_tellsEachHop(String line, String expected) {
    assertEquals(expected, told(ForwardedLine.common(line)));
  }

  @Test
  void standard_longHostileLines_areReadAtOnce() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (String piece :
              List.of("\"", "for=\"\\", "for=a;", "a=\"\\\\", ",", " ", "\t;", "=")) {
            ForwardedLine.standard(piece.repeat(8_192));
            ForwardedLine.standard("for=\"" + piece.repeat(8_192));
            ForwardedLine.common(piece.repeat(8_192));
          }
        });
  }

  private static String told(List<ForwardedHop> hops) {
    return String.join(
        " ",
        hops.stream()
            .map(hop -> hop.from().map(InetAddress::getHostAddress).orElse(NOTHING))
            .toList());
  }
}
