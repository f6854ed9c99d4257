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

/** Appends entries to the log's table. */
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

  /** Appends one entry with a random salt, so that its hash tells nothing about it. */
  public void append(Actor actor, AuditAct act, String subject, JsonObject data) {
    String id = "aud_" + RandomText.id();
    Instant at = clock.instant();
    byte[] salt = RandomText.bytes(SALT_BYTES);
    byte[] leaf = AuditLeaf.of(id, at, act, actor.auditName(), subject, data, salt);
    database.persist(new AuditEntry(id, at, act, subject, leaf, AuditLeaf.hash(leaf)));
  }
}
