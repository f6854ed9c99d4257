package org.kycvs.launcher.demodata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kycvs.apikey.control.ApiKeyStore;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.apikey.entity.RevealsApiKey;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.mode.Mode;

/**
 * A hotel and a railway with the purposes that they are approved for and an API key for each mode.
 * Ids and keys derive from the master key: a restart finds them as they were.
 */
final class DemoOrganisations implements DemoData {
  private static final int SECRET_LENGTH = 32;

  private static final String ADD_PURPOSE =
      """
      INSERT INTO purpose (code, text, maximum_validity_seconds) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String ADD_TEXT =
      """
      INSERT INTO purpose_text (purpose_code, language, text, added_at) VALUES (?, ?, ?, now())
      ON CONFLICT DO NOTHING
      """;
  private static final String ADD_ORGANISATION =
      """
      INSERT INTO organisation (id, legal_name, short_name, contact, state, created_at)
      VALUES (?, ?, ?, ?, 'ACTIVE', now()) ON CONFLICT DO NOTHING
      """;
  private static final String APPROVE =
      """
      INSERT INTO purpose_approval (organisation_id, purpose_code, approved_at)
      VALUES (?, ?, now()) ON CONFLICT DO NOTHING
      """;
  private static final String ADD_KEY =
      """
      INSERT INTO api_key (id, organisation_id, mode, name, key_hash, created_at, created_by,
                           scopes, addresses, default_purpose)
      VALUES (?, ?, ?, ?, ?, now(), 'system:demonstration', string_to_array(?, ' '), '{}', ?)
      ON CONFLICT (id) DO UPDATE SET default_purpose = EXCLUDED.default_purpose
        WHERE api_key.default_purpose IS NULL
      """;

  private static final List<DemoOrganisation> ORGANISATIONS =
      List.of(
          new DemoOrganisation(
              "Sunrise Hotels Private Limited",
              "Sunrise Hotels",
              "privacy@sunrise-hotels.example",
              List.of("hotel-check-in", "event-entry")),
          new DemoOrganisation(
              "Coastal Railway Corporation",
              "Coastal Railway",
              "privacy@coastal-railway.example",
              List.of("rail-booking", "rail-boarding")));

  private record DemoOrganisation(
      String legalName, String shortName, String contact, List<String> purposes) {}

  @Override
  public void add(Connection owner, MasterKey key, Demonstration demonstration)
      throws SQLException {
    KeyedHash derivation = key.keyedHash("kycvs/demonstration/1");
    for (DemoPurpose purpose : DemoPurpose.ALL) {
      addPurpose(owner, purpose);
    }
    for (DemoOrganisation organisation : ORGANISATIONS) {
      String id = "org_" + derived(derivation, RandomText.ID_LENGTH, organisation.shortName());
      execute(
          owner,
          ADD_ORGANISATION,
          id,
          organisation.legalName(),
          organisation.shortName(),
          organisation.contact());
      for (String purpose : organisation.purposes()) {
        execute(owner, APPROVE, id, purpose);
      }
      demonstration.organisation(
          new Demonstration.Organisation(
              id,
              organisation.shortName(),
              addKey(owner, key, derivation, id, organisation, Mode.LIVE),
              addKey(owner, key, derivation, id, organisation, Mode.TEST),
              organisation.purposes()));
    }
  }

  private static void addPurpose(Connection owner, DemoPurpose purpose) throws SQLException {
    execute(
        owner, ADD_PURPOSE, purpose.code(), purpose.english(), purpose.maximumValiditySeconds());
    for (Map.Entry<String, String> text : purpose.translations().entrySet()) {
      execute(owner, ADD_TEXT, purpose.code(), text.getKey(), text.getValue());
    }
  }

  @RevealsApiKey(because = "Whoever tries the demonstration is told its keys")
  private static String addKey(
      Connection owner,
      MasterKey key,
      KeyedHash derivation,
      String id,
      DemoOrganisation organisation,
      Mode mode)
      throws SQLException {
    PresentedApiKey apiKey =
        PresentedApiKey.of(
            mode,
            new ApiKeyId("key_" + derived(derivation, RandomText.ID_LENGTH, id, mode.wire())),
            derived(derivation, SECRET_LENGTH, id, mode.wire(), "secret"));
    execute(
        owner,
        ADD_KEY,
        apiKey.id().value(),
        id,
        mode.name(),
        "Demonstration, " + mode.wire(),
        apiKey.hashedBy(key.keyedHash(ApiKeyStore.LABEL)).bytes(),
        String.join(" ", Stream.of(ApiKeyScope.values()).map(ApiKeyScope::wire).toList()),
        organisation.purposes().get(0));
    return apiKey.reveal();
  }

  /** Base62 characters that the fields decide, as unguessable as the master key. */
  private static String derived(KeyedHash derivation, int length, String... fields) {
    return RandomText.base62(derivation.of(fields), length);
  }

  private static void execute(Connection owner, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
