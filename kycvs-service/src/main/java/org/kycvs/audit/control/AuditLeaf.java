package org.kycvs.audit.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.erdtman.jcs.JsonCanonicalizer;
import org.kycvs.audit.entity.AuditAct;

/** The bytes of an audit entry: the JCS form (RFC 8785) of all that it says. */
final class AuditLeaf {
  private static final int VERSION = 1;
  private static final byte LEAF_PREFIX = 0;

  private AuditLeaf() {}

  /** The leaf of an entry. */
  static byte[] of(
      String id,
      Instant at,
      AuditAct act,
      String actor,
      String subject,
      JsonObject data,
      byte[] salt) {
    JsonObject entry =
        Json.createObjectBuilder()
            .add("v", VERSION)
            .add("id", id)
            .add("at", at.toString())
            .add("act", act.onRecord())
            .add("actor", actor)
            .add("subject", subject)
            .add("outcome", act.outcome())
            .add("data", data)
            .add("salt", Base64.getEncoder().encodeToString(salt))
            .build();
    try {
      return new JsonCanonicalizer(entry.toString()).getEncodedUTF8();
    } catch (IOException e) {
      throw new IllegalStateException("JSON that was just built cannot be malformed", e);
    }
  }

  /** The leaf's hash in the log's tree: SHA-256 over 0x00 and the leaf (RFC 6962, section 2.1). */
  static byte[] hash(byte[] leaf) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(LEAF_PREFIX);
      return sha256.digest(leaf);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
