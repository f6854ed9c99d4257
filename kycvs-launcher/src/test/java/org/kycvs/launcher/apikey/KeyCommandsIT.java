package org.kycvs.launcher.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.launcher.ExitCode;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;

/** The commands that register organisations and give them keys. */
class KeyCommandsIT {
  private final CommandedKeys kycvs = new CommandedKeys();

  @AfterEach
  void drop() {
    kycvs.close();
  }

  @Test
  void approve_withTranslations_addsThemAtOnceOrLaterAndChangesNone() {
    String id = kycvs.organisation();
    String approve = "organisation approve " + id + " --purpose hotel-check-in";
    kycvs.done(approve + " --max-validity P7D --translation hi=होटल --text", "hotel check-in");
    kycvs.done(approve + " --translation hi=होटल --translation bn=হোটেল");
    kycvs.assertRefused("it may ask for this purpose already", approve + " --translation hi=होटल");
    kycvs.assertRefused(
        "there is such a purpose with another text or longest validity",
        approve + " --translation hi=चेक-इन --translation id=hotel");
    assertEquals(
        List.of("bn হোটেল", "hi होटल"),
        kycvs.lines("SELECT language || ' ' || text FROM purpose_text ORDER BY 1"));
    for (String wrong : List.of("te=హోటల్", "en=hotel", "hi=" + "क".repeat(41))) {
      assertEquals(ExitCode.USAGE, kycvs.run(approve + " --translation " + wrong), wrong);
    }
  }

  @Test
  void organisation_fromRegistrationToSuspension_isListed() {
    String id = kycvs.organisation();
    kycvs.assertRefused(
        "there is no such purpose: to add it, say its text and longest validity",
        "organisation approve " + id + " --purpose hotel-check-in");
    kycvs.done(
        "organisation approve " + id + " --purpose hotel-check-in --max-validity P7D --text",
        "hotel check-in");
    kycvs.assertRefused(
        "it may ask for this purpose already",
        "organisation approve " + id + " --purpose hotel-check-in");
    kycvs.assertRefused(
        "there is such a purpose with another text or longest validity",
        "organisation approve " + id + " --purpose hotel-check-in --text hotels");
    kycvs.assertRefused("the organisation is not suspended", "organisation resume " + id);
    kycvs.done("organisation suspend " + id + " --reason", "Asks about people who are not there");
    kycvs.assertRefused(
        "the organisation is suspended already", "organisation suspend " + id + " --reason Again");
    kycvs.done("organisation list");
    assertEquals(
        """
        org_…  suspended
            name     Sunrise
            legal    Sunrise Hotels Private Limited
            contact  c@sunrise.example
            asks for hotel-check-in
            since    2026-11-22 15:30 IST
            stopped  2026-11-22 15:30 IST
            by       system:command-line
            reason   Asks about people who are not there
        """,
        kycvs.shown());
    kycvs.done("organisation resume " + id);
    assertFalse(kycvs.done("organisation list").contains("suspended"));
    assertEquals(
        List.of(
            "organisation-created",
            "organisation-resumed",
            "organisation-suspended",
            "purpose-added",
            "purpose-approved"),
        kycvs.lines("SELECT act FROM audit_entry ORDER BY 1"));
    kycvs.assertRefused(
        "there is no organisation with this id", "organisation resume " + OrganisationId.random());
  }

  @Test
  void issue_key_printsItOnce() {
    String organisation = kycvs.organisation();
    kycvs.done(
        "api-key issue "
            + organisation
            + " --mode live --scope verifications:write"
            + " --address 203.0.113.0/24,2001:db8::/32 --expires 2027-04-01 --name",
        "front desk");
    assertEquals(
        """
        Issued key_…, a live key of org_….
            name     front desk
            scopes   verifications:write
            from     203.0.113.0/24 2001:db8::/32
            expires  2027-04-01 00:00 IST

        kvs_live_…

        The key is shown this once and is not kept: put it in a safe place now.
        """,
        kycvs.shown());
    String whole = kycvs.printed().replaceAll("(?s).*(kvs_live_[0-9A-Za-z_]+).*", "$1");
    assertTrue(PresentedApiKey.parse(whole).isPresent(), whole);
    assertFalse(kycvs.done("api-key list " + organisation).contains("kvs_"));
    assertEquals(
        """
        key_…  live  in use
            name     front desk
            scopes   verifications:write
            from     203.0.113.0/24 2001:db8::/32
            expires  2027-04-01 00:00 IST
            issued   2026-11-22 15:30 IST by system:command-line
            used     never
        """,
        kycvs.shown());
    kycvs.assertRefused(
        "a live key has this name: roll that one, or take another name",
        "api-key issue " + organisation + " --mode live --name",
        "front desk");
  }

  @Test
  void issue_defaultPurpose_isShownOnceItIsApproved() throws ParseException {
    String organisation = kycvs.organisation();
    String issue =
        "api-key issue " + organisation + " --mode live --default-purpose hotel-check-in --name";
    kycvs.assertRefused(
        "the organisation is not approved for the default purpose: approve it first, or name"
            + " another",
        issue,
        "booking");
    kycvs.done(
        "organisation approve "
            + organisation
            + " --purpose hotel-check-in --max-validity P7D --text",
        "hotel check-in");

    assertTrue(kycvs.done(issue, "booking").contains("    asks for hotel-check-in\n"));
    assertTrue(
        kycvs.done("api-key list " + organisation).contains("    asks for hotel-check-in\n"));
    String json = kycvs.done("api-key list " + organisation + " --json");
    assertTrue(json.contains("\"defaultPurpose\":\"hotel-check-in\""), json);
  }

  @Test
  void issue_json_isTheSameForAProgram() throws ParseException {
    String organisation = kycvs.organisation();
    Map<String, Object> json =
        JSONObjectUtils.parse(
            kycvs.done("api-key issue " + organisation + " --mode test --name a --json"));
    assertEquals(true, json.get("done"));
    assertEquals(organisation, json.get("organisation"));
    assertEquals(
        List.of(
            "verifications:write",
            "verifications:read",
            "statements:read",
            "webhooks:write",
            "webhooks:read"),
        json.get("scopes"));
    assertEquals(
        json.get("id"),
        PresentedApiKey.parse(JSONObjectUtils.getString(json, "key")).orElseThrow().id().value());
    assertEquals(
        ExitCode.NO, kycvs.run("api-key revoke " + ApiKeyId.random() + " --reason x --json"));
    assertEquals("key-unknown", JSONObjectUtils.parse(kycvs.printed()).get("reason"));
  }

  @Test
  void key_rolledNarrowedAndRevoked_isListedSo() {
    String organisation = kycvs.organisation();
    String old =
        CommandedKeys.id(
            "key_", kycvs.done("api-key issue " + organisation + " --mode live --name desk"));
    String rolled = kycvs.done("api-key roll " + old + " --overlap 24h");
    assertTrue(rolled.startsWith("Rolled " + old + " into key_"), rolled);
    String next = CommandedKeys.id("key_", rolled.substring(rolled.indexOf(" into ")));
    kycvs.assertRefused(
        "the key that it replaced still lives: revoke that, or roll without overlap",
        "api-key roll " + next + " --overlap 1h");
    kycvs.done("api-key narrow " + next + " --scope statements:read");
    kycvs.assertRefused(
        "a key only becomes narrower: issue another for more",
        "api-key narrow " + next + " --scope verifications:read");
    kycvs.done("api-key revoke " + next + " --reason", "Seen in a public repository");
    String list = kycvs.done("api-key list " + organisation);
    assertTrue(list.contains(old + "  live  rolled, still usable"), list);
    assertTrue(list.contains("    expires  2026-11-23 15:30 IST"), list);
    assertTrue(list.contains("    now      " + next), list);
    assertTrue(list.contains(next + "  live  revoked"), list);
    assertEquals(
        List.of(
            "api-key-issued",
            "api-key-issued",
            "api-key-narrowed",
            "api-key-revoked",
            "api-key-rolled"),
        kycvs.lines("SELECT act FROM audit_entry WHERE subject LIKE 'key_%' ORDER BY 1"));
  }

  @Test
  void wrongUse_isTold() {
    String organisation = kycvs.organisation();
    String key = ApiKeyId.random().value();
    for (String words :
        List.of(
            "api-key issue " + organisation + " --mode live",
            "api-key issue " + organisation + " --mode real --name a",
            "api-key issue " + organisation + " --mode live --name a --scope everything",
            "api-key issue " + organisation + " --mode live --name a --address 10.0.0.1/8",
            "api-key issue " + organisation + " --mode live --name a --expires tomorrow",
            "api-key issue org_1 --mode live --name a",
            "api-key narrow " + key,
            "api-key roll " + key,
            "api-key roll " + key + " --overlap 2h",
            "api-key revoke " + key,
            "organisation approve " + organisation + " --purpose Hotel",
            "organisation approve " + organisation + " --purpose a --max-validity PT1S",
            "organisation create --legal-name a --contact b --short-name " + "x".repeat(31))) {
      assertEquals(ExitCode.USAGE, kycvs.run(words), words + ": " + kycvs.printed());
    }
    assertEquals(List.of("0"), kycvs.lines("SELECT count(*) FROM api_key"));
  }
}
