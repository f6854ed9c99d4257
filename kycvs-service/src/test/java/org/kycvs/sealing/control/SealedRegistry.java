package org.kycvs.sealing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.sealing.entity.SealCount;
import org.kycvs.sealing.entity.WalkState;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.MasterKeyLines;
import org.kycvs.shared.persistence.OwnTransaction;

/** A database with something sealed in each lasting table, and master keys before and after. */
final class SealedRegistry implements AutoCloseable {
  static final String ROOT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  static final MasterKey BEFORE = MasterKey.parse(ROOT);

  final RegistryFixture registry = new RegistryFixture();
  final MasterKeyLines lines = MasterKeyLines.parse(ROOT).rotated();
  final MasterKey after = MasterKey.parse(lines.text());
  final String old = after.keys().get(0).id();
  final String current = after.keys().get(1).id();

  /** The sample's people, some with an earlier version, and a row in each other table. */
  void fill() {
    registry.importSample();
    registry.execute(
        "INSERT INTO person_version SELECT reference, 0, birth_year, mobile_index, content_digest,"
            + " sealed_name, sealed_mobile, doses, change FROM person ORDER BY reference LIMIT 20");
    insert(
        "INSERT INTO registry_change (id, kind, made_at, made_by, sealed_reason)"
            + " VALUES ('chg_' || repeat('a', 22), 'correction', now(), 'tests', ?)",
        note("kycvs/registry-note/1", "chg_" + "a".repeat(22)));
    insert(
        "INSERT INTO registry_dispute (id, reference, ground, sealed_account, raised_at, raised_by)"
            + " VALUES ('dsp_' || repeat('a', 22), 1, 'not-me', ?, now(), 'tests')",
        note("kycvs/registry-note/1", "dsp_" + "a".repeat(22)));
    insert(
        "INSERT INTO registry_inspection (id, operator, sealed_reason, begun_at)"
            + " VALUES ('ins_' || repeat('a', 22), 'tests', ?, now())",
        note("kycvs/registry-note/1", "ins_" + "a".repeat(22)));
    insert(
        "INSERT INTO organisation (id, legal_name, short_name, contact, state, created_at,"
            + " suspended_at, suspended_by, sealed_reason) VALUES ('org_' || repeat('a', 22), 'A',"
            + " 'A', 'a@a.example', 'SUSPENDED', now(), now(), 'tests', ?)",
        note("kycvs/organisation-note/1", "org_" + "a".repeat(22)));
    insert(
        "INSERT INTO api_key (id, organisation_id, mode, name, key_hash, created_at, created_by,"
            + " scopes, addresses, revoked_at, revoked_by, sealed_reason)"
            + " VALUES ('key_' || repeat('a', 22), 'org_' || repeat('a', 22), 'LIVE', 'A',"
            + " sha256('a'), now(), 'tests', '{verifications:read}', '{}', now(), 'tests', ?)",
        note("kycvs/api-key-note/1", "key_" + "a".repeat(22)));
    insert(
        "INSERT INTO signing_key (kid, mode, algorithm, public_jwk, private_key_sealed, state,"
            + " created_at) VALUES (repeat('a', 43), 'live', 'ES256', '{\"kid\":\"' || repeat('a',"
            + " 43) || '\"}', ?, 'pending', now())",
        note("kycvs/signing-key/1", "live/" + "a".repeat(43)));
    insert(
        "INSERT INTO development_inbox (mobile_index, sealed_message, reference, sent_at)"
            + " VALUES (sha256('a'), ?, 'ver_a', now())",
        note("kycvs/development-inbox/1", "ver_a"));
    insert(
        "INSERT INTO development_mail (mail, sealed_message, sent_at) VALUES ('mail_a', ?, now())",
        note("kycvs/development-mail/1", "mail_a"));
    insert(
        "INSERT INTO mail_outbox (id, template, version, sealed_recipient, sealed_variables, state,"
            + " created_at, not_after, due_at) VALUES ('mail_' || repeat('a', 22), 'a', 1, ?, ?,"
            + " 'SET_ASIDE', now(), now(), now())",
        note("kycvs/mail/1", "mail_" + "a".repeat(22) + "/recipient"),
        note("kycvs/mail/1", "mail_" + "a".repeat(22) + "/variables"));
  }

  /** The background work of a node with a key, under the application's role. */
  Resealing node(MasterKey key) {
    return new Resealing(registry.database.application(), key);
  }

  /** One page in a transaction; how many rows. */
  int page(MasterKey key, int most) {
    try (Connection connection = registry.database.application().getConnection()) {
      return OwnTransaction.on(connection, () -> node(key).page(connection, most));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All pages; how many there were. */
  int walk(MasterKey key, int most) {
    int pages = 0;
    while (page(key, most) > 0) {
      if (++pages > 10_000) {
        throw new AssertionError("It does not end");
      }
    }
    return pages;
  }

  /** What is sealed with a master key, by its id; empty for none of ours. */
  List<SealCount> counts(Optional<String> key) {
    try (Connection owner = registry.database.owner().getConnection()) {
      return new SealCounts(owner, after)
          .all().stream().filter(count -> count.masterKey().equals(key)).toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<WalkState> walks() {
    try (Connection owner = registry.database.owner().getConnection()) {
      return new SealCounts(owner, after).walks();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A person's row without what is sealed. */
  List<String> unsealed() {
    return registry.lines(
        "SELECT concat_ws('|', reference, change, birth_year, mobile_index, content_digest, doses)"
            + " FROM person ORDER BY reference");
  }

  private static byte[] note(String label, String boundTo) {
    return BEFORE.seal(label).seal("A note.", boundTo);
  }

  private void insert(String sql, byte[]... sealed) {
    try (Connection owner = registry.database.owner().getConnection();
        PreparedStatement insert = owner.prepareStatement(sql)) {
      for (int i = 0; i < sealed.length; i++) {
        insert.setBytes(i + 1, sealed[i]);
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    registry.close();
  }
}
