package org.kycvs.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.kycvs.apikey.control.ApiKeyStore;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.MasterKeyProducer;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.mode.Mode;

/**
 * An organisation that a test made for itself: approved for two purposes, not for a third, with an
 * API key for each mode.
 */
public record AskingOrganisation(OrganisationId id, PresentedApiKey live, PresentedApiKey test) {
  /** Approved; answers live a week at most. */
  public static final String CHECK_IN = "hotel-check-in";

  /** Approved; answers live an hour at most. */
  public static final String EVENT = "event-entry";

  /** There is such a purpose, but the organisation is not approved for it. */
  public static final String RAIL = "rail-booking";

  /** Makes one. */
  public static AskingOrganisation make() {
    purpose(CHECK_IN, "hotel check-in", 7 * 24 * 3600);
    purpose(EVENT, "entry to an event", 3600);
    purpose(RAIL, "rail ticket booking", 3600);
    OrganisationId id = OrganisationId.random();
    OwnerDatabase.execute(
        """
        INSERT INTO organisation (id, legal_name, short_name, contact, state, created_at)
        VALUES (?, 'Sunrise Hotels Private Limited', 'Sunrise Hotels', 'privacy@sunrise.example',
                'ACTIVE', now())
        """,
        id.value());
    for (String purpose : List.of(CHECK_IN, EVENT)) {
      OwnerDatabase.execute(
          "INSERT INTO purpose_approval (organisation_id, purpose_code, approved_at)"
              + " VALUES (?, ?, now())",
          id.value(),
          purpose);
    }
    return new AskingOrganisation(id, addKey(id, Mode.LIVE), addKey(id, Mode.TEST));
  }

  /** Its key for a mode. */
  public PresentedApiKey key(Mode mode) {
    return mode == Mode.LIVE ? live : test;
  }

  /** May have so many messages sent to one mobile in ten minutes, and as many in 24 hours. */
  public AskingOrganisation maySend(int messages) {
    OwnerDatabase.execute(
        "UPDATE organisation SET sends_in_10_minutes = ?, sends_in_24_hours = ? WHERE id = ?",
        messages,
        messages,
        id.value());
    return this;
  }

  /** May make so many requests with each key. */
  public void mayRequest(int perMinute, int atOnce) {
    OwnerDatabase.execute(
        "UPDATE organisation SET requests_per_minute = ?, request_burst = ? WHERE id = ?",
        perMinute,
        atOnce,
        id.value());
  }

  /** May have so many messages sent on one day. */
  public void hasDailyQuota(int messages) {
    OwnerDatabase.execute(
        "UPDATE organisation SET daily_sms_quota = ? WHERE id = ?", messages, id.value());
  }

  /** Is suspended from now on. */
  public void suspend() {
    OwnerDatabase.execute("UPDATE organisation SET state = 'SUSPENDED' WHERE id = ?", id.value());
  }

  /** Is no longer approved for a purpose. */
  public void narrow(String purpose) {
    OwnerDatabase.execute(
        "DELETE FROM purpose_approval WHERE organisation_id = ? AND purpose_code = ?",
        id.value(),
        purpose);
  }

  /** Has its live key revoked. */
  public void revokeLiveKey() {
    OwnerDatabase.execute("UPDATE api_key SET revoked_at = now() WHERE id = ?", live.id().value());
  }

  /** Has its live key expire. */
  public void liveKeyExpires(Instant at) {
    OwnerDatabase.execute(
        "UPDATE api_key SET expires_at = ? WHERE id = ?", Timestamp.from(at), live.id().value());
  }

  /** The server's master key. */
  public static MasterKey masterKey() {
    try {
      return MasterKey.parse(
          Files.readString(Path.of(System.getProperty(MasterKeyProducer.SETTING))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void purpose(String code, String text, int maximumValiditySeconds) {
    OwnerDatabase.execute(
        "INSERT INTO purpose (code, text, maximum_validity_seconds) VALUES (?, ?, ?)"
            + " ON CONFLICT DO NOTHING",
        code,
        text,
        maximumValiditySeconds);
  }

  private static PresentedApiKey addKey(OrganisationId organisation, Mode mode) {
    PresentedApiKey key = PresentedApiKey.of(mode, ApiKeyId.random(), RandomText.base62(32));
    OwnerDatabase.execute(
        """
        INSERT INTO api_key (id, organisation_id, mode, name, key_hash, created_at, created_by,
                             scopes, addresses)
        VALUES (?, ?, ?, 'Tests', ?, now(), 'system:tests',
                '{verifications:write,verifications:read,statements:read,webhooks:write,webhooks:read}',
                '{}')
        """,
        key.id().value(),
        organisation.value(),
        mode.name(),
        key.hashedBy(masterKey().keyedHash(ApiKeyStore.LABEL)).bytes());
    return key;
  }
}
