package org.kycvs.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One entry of the audit log: written in the transaction of the act that it tells of, never changed
 * afterwards. Its leaf holds everything; the other columns only help to find it.
 */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
  @Id private String id;
  private Instant at;
  private String act;
  private String subject;
  private byte[] leaf;

  @Column(name = "leaf_hash")
  private byte[] leafHash;

  /** For the persistence provider. */
  protected AuditEntry() {}

  /** An entry with its leaf, as {@code AuditLeaf} made it. */
  public AuditEntry(String id, Instant at, AuditAct act, String subject, byte[] leaf, byte[] hash) {
    this.id = id;
    this.at = at;
    this.act = act.onRecord();
    this.subject = subject;
    this.leaf = leaf.clone();
    this.leafHash = hash.clone();
  }

  /** Names the entry. */
  public String id() {
    return id;
  }

  /** When the act happened. */
  public Instant at() {
    return at;
  }

  /** The act's name on record. */
  public String act() {
    return act;
  }

  /** What the act was about: an id, never personal data. */
  public String subject() {
    return subject;
  }

  /** The whole entry in its canonical form, the bytes that are hashed. */
  public byte[] leaf() {
    return leaf.clone();
  }

  /** SHA-256 over 0x00 and the leaf (RFC 6962, section 2.1). */
  public byte[] leafHash() {
    return leafHash.clone();
  }
}
