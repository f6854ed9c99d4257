package org.kycvs.launcher.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.launcher.ExitCode;
import org.kycvs.shared.settings.Settings;
import picocli.CommandLine;

class SmsCommandTest {
  private final Map<String, String> settings =
      new HashMap<>(Map.of("kycvs.issuer", "https://kycvs.example.gov.in"));
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine sms =
      SmsCommand.with(
              () -> Settings.of(name -> Optional.ofNullable(settings.get(name))),
              data -> {
                throw new AssertionError("No database is needed");
              })
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  @Test
  void preview_nothingSaid_isTheCodeInEnglish() {
    assertEquals(ExitCode.DONE, sms.execute("preview"));
    assertEquals(
        """

          482913 is your code to tell Sunrise Hotels ONLY whether you are vaccinated, for: hotel \
        check-in. Valid 5 min. Not you? Ignore this and tell nobody the code. \
        https://kycvs.example.gov.in/notice -KYC-VS

          text       verification-code.1.en
          encoding   GSM 03.38: 160 characters, or 153 in each of several parts
          length     200 characters
          parts      2, of 6 allowed
          header     none set (KYCVS_SMS_HEADER)
          DLT        none needed outside of India (KYCVS_SMS_DLT_ENTITY_ID)
        """,
        out.toString());
  }

  @Test
  void preview_asJson_hasTheTextAndItsParts() throws ParseException {
    settings.put("kycvs.sms.header", "MOHFWI");
    settings.put("kycvs.sms.dlt.entity-id", "1101");
    assertEquals(
        ExitCode.DONE,
        sms.execute(
            "preview",
            "--json",
            "--language",
            "hi",
            "--organisation",
            "Dal Lake Houseboats",
            "--purpose",
            "नाव",
            "--code",
            "000001",
            "--template",
            "verification-code-on-page"));
    Map<String, Object> json = JSONObjectUtils.parse(out.toString());
    String text = String.valueOf(json.get("text"));
    assertTrue(text.startsWith("000001 आपका कोड है। इसे देने पर Dal Lake Houseboats को"), text);
    assertTrue(text.contains("उद्देश्य: नाव।"), text);
    assertTrue(text.endsWith("\n@kycvs.example.gov.in #000001"), text);
    assertEquals("ucs-2", json.get("encoding"));
    assertEquals("verification-code-on-page", json.get("template"));
    assertEquals("1", json.get("version"));
    assertEquals("hi", json.get("language"));
    assertEquals("4", String.valueOf(json.get("parts")));
    assertEquals("MOHFWI", json.get("header"));
    assertEquals("1101", json.get("dltEntityId"));
    assertTrue(json.containsKey("dltTemplateId"));
  }

  @Test
  void preview_valuesThatNoSmsMayHave_areWrongUsage() {
    assertEquals(ExitCode.USAGE, sms.execute("preview", "--organisation", "a\nb"));
    assertTrue(
        err.toString().startsWith("--organisation must be one line of 1 to 30 characters"),
        err::toString);
    assertEquals(ExitCode.USAGE, sms.execute("preview", "--purpose", "x".repeat(41)));
    assertEquals(ExitCode.USAGE, sms.execute("preview", "--code", "12345"));
    assertEquals(ExitCode.USAGE, sms.execute("preview", "--language", "te"));
    assertEquals(ExitCode.USAGE, sms.execute("preview", "--template", "code"));
  }

  @Test
  void texts_beforeAnythingIsRegistered_arePrintedAsToBeRegistered() {
    settings.put("kycvs.sms.header", "MOHFWI");
    settings.put("kycvs.sms.dlt.entity-id", "1101");
    assertEquals(ExitCode.DONE, sms.execute("texts"));
    assertTrue(
        out.toString()
            .startsWith(
                """
                verification-code.1.en = (no id yet)
                # variables: code, organisation, purpose, minutes
                {#var#} is your code to tell {#var#} ONLY whether you are vaccinated, for: \
                {#var#}. Valid {#var#} min. Not you? Ignore this and tell nobody the code. \
                https://kycvs.example.gov.in/notice -KYC-VS
                """),
        out::toString);
    assertEquals(24, out.toString().lines().filter(line -> line.contains("(no id yet)")).count());
  }

  @Test
  void texts_ofOneLanguageAsJson_areOnlyThose() throws ParseException {
    assertEquals(ExitCode.DONE, sms.execute("texts", "--language", "ur", "--json"));
    assertEquals(
        4,
        JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(out.toString()), "texts").length);
  }
}
