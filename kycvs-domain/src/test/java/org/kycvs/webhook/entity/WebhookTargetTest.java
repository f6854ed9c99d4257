package org.kycvs.webhook.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where endpoints may be. */
class WebhookTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example/kycvs",
        "https://hooks.example:443",
        "https://hooks.example:8443/a?b=c",
        "https://xn--80ak6aa92e.example/",
        "https://93.184.216.34/",
        "https://[2606:2800:220:1:248:1893:25c8:1946]:8443/x"
      })
  void objection_publicTarget_isNone(String url) {
    assertEquals(Optional.empty(), WebhookTarget.objection(url, false));
    assertEquals(Optional.empty(), WebhookTarget.objection(url, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example",
        "http://hooks.example/",
        "ftp://hooks.example/",
        "file:///etc/passwd",
        "https:///x",
        "https://user@hooks.example/",
        "https://user:secret@hooks.example/",
        "https://hooks.example/#part",
        "https://hooks.example:22/",
        "https://hooks.example:80/",
        "https://hooks.example:0/",
        "https://hooks.example:70000/",
        "https://intranet/",
        "https://hooks.example./",
        "https://hooks_1.example/",
        "https://höoks.example/",
        "https://hooks.example/ä",
        "https://hooks.example/a b",
        "https://127.0.0.1/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://2130706433/",
        "https://127.1/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::a00:1]/",
        "https://[fe80::1%25eth0]/",
        "https://a\r\nb.example/"
      })
  void objection_anythingElse_saysWhatIsAllowed(String url) {
    assertTrue(WebhookTarget.objection(url, false).isPresent(), url);
    if (!url.contains("127.0.0.1") && !url.contains("::1]")) {
      assertTrue(WebhookTarget.objection(url, true).isPresent(), url);
    }
  }

  @Test
  void objection_tooLong_isOne() {
    String url = "https://hooks.example/";
    assertFalse(
        WebhookTarget.objection(url + "a".repeat(WebhookTarget.LONGEST - url.length()), false)
            .isPresent());
    assertTrue(
        WebhookTarget.objection(url + "a".repeat(WebhookTarget.LONGEST - url.length() + 1), false)
            .isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:80/",
        "http://127.0.0.1:9000/x",
        "https://[::1]:22/",
        "http://LocalHost:1/"
      })
  void objection_loopback_isNoneOnlyIfItIsAllowed(String url) {
    assertTrue(WebhookTarget.objection(url, false).isPresent());
    assertEquals(Optional.empty(), WebhookTarget.objection(url, true));
  }

  @Test
  void parts_ofATarget_areThoseOfTheRequest() {
    WebhookTarget plain = WebhookTarget.of("https://hooks.example");
    assertEquals("/", plain.path());
    assertEquals("hooks.example", plain.authority());
    assertEquals(443, plain.port());

    WebhookTarget full = WebhookTarget.of("https://[2606:2800::1]:8443/a%20b?c=d&e");
    assertEquals("/a%20b?c=d&e", full.path());
    assertEquals("[2606:2800::1]:8443", full.authority());
    assertEquals("2606:2800::1", full.host());
    assertEquals(8443, full.port());
    assertFalse(full.toString().contains("a%20b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:192.168.0.1",
        "::192.168.0.1",
        "::93.184.216.34",
        "::ffff:0:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::93.184.216.34",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "2002:5db8:d822::1",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "5f00::1"
      })
  void contain_specialAddress_isFalse(String address) throws UnknownHostException {
    assertFalse(PublicAddresses.contain(InetAddress.getByName(address)), address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "::ffff:93.184.216.34",
        "2001:200::1",
        "2400:cb00::1",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1"
      })
  void contain_publicAddress_isTrue(String address) throws UnknownHostException {
    assertTrue(PublicAddresses.contain(InetAddress.getByName(address)), address);
  }
}
