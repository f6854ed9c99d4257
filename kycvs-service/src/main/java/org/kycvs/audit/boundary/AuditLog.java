package org.kycvs.audit.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.kycvs.audit.control.AuditEntries;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.shared.actor.Actor;

/**
 * The append-only log of every act that matters. An entry is written in the act's own transaction:
 * either both are there or neither.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditLog {
  @Inject private AuditEntries entries;

  /**
   * Writes down an act.
   *
   * @param actor who did it
   * @param subject the id of what it was done to, such as a verification's
   * @param data what else is to be known: ids, codes and digests, never personal data
   */
  public void record(Actor actor, AuditAct act, String subject, JsonObject data) {
    entries.append(actor, act, subject, data);
  }

  /** Writes down an act of which there is nothing more to be said. */
  public void record(Actor actor, AuditAct act, String subject) {
    entries.append(actor, act, subject, JsonObject.EMPTY_JSON_OBJECT);
  }
}
