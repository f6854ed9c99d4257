package org.kycvs.audit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.audit.entity.AuditEntry;
import org.kycvs.shared.actor.Actor;
import org.kycvs.shared.id.RandomText;

/** Makes entries, and appends them to the log's table. */
@Dependent
public class AuditEntries {
  private static final int SALT_BYTES = 16;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  private final Clock clock;

  /** With the clock that dates the entries. */
  @Inject
  public AuditEntries(Clock clock) {
    this.clock = clock;
  }

  /** Appends one entry. */
  public void append(Actor actor, AuditAct act, String subject, JsonObject data) {
    database.persist(entry(clock.instant(), actor, act, subject, data));
  }

  /** The entry of an act, with a random salt, so that its hash tells nothing about it. */
  public static AuditEntry entry(
      Instant at, Actor actor, AuditAct act, String subject, JsonObject data) {
    String id = "aud_" + RandomText.id();
    byte[] salt = RandomText.bytes(SALT_BYTES);
    byte[] leaf = AuditLeaf.of(id, at, act, actor.auditName(), subject, data, salt);
    return new AuditEntry(id, at, act, subject, leaf, AuditLeaf.hash(leaf));
  }
}
