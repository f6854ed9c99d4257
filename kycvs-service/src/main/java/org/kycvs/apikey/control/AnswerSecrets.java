package org.kycvs.apikey.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.kycvs.apikey.entity.CallAnswer;
import org.kycvs.apikey.entity.OnceCall;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/** How answers are kept: found and compared by keyed hashes, and sealed. */
@Dependent
public class AnswerSecrets {
  /** The label under which a call's scope and key are hashed. */
  public static final String SCOPE_LABEL = "kycvs/idempotency/1";

  private final KeyedHash scopes;
  private final KeyedHash bodies;
  private final Seal seal;

  /** With the master key from which the three keys are derived. */
  @Inject
  public AnswerSecrets(MasterKey masterKey) {
    this.scopes = masterKey.keyedHash(SCOPE_LABEL);
    this.bodies = masterKey.keyedHash("kycvs/idempotency-body/1");
    this.seal = masterKey.seal("kycvs/idempotency-answer/1");
  }

  /**
   * Where a call's key counts, and its body. The body's hash differs from scope to scope: else
   * whoever reads the table could see which calls brought the same code, and try out codes of their
   * own.
   */
  public OnceScope scope(OrganisationId organisation, Mode mode, OnceCall call) {
    byte[] hash =
        scopes.of(organisation.value(), mode.wire(), call.method(), call.path(), call.key().text());
    HexFormat hex = HexFormat.of();
    return new OnceScope(hash, bodies.of(hex.formatHex(hash), hex.formatHex(sha256(call.body()))));
  }

  /** The answer, sealed for its scope. */
  public byte[] seal(OnceScope scope, CallAnswer answer) {
    return seal.seal(AnswerBytes.of(answer), scope.name());
  }

  /** The answer that was sealed for the scope. */
  public CallAnswer open(OnceScope scope, byte[] sealed) {
    return AnswerBytes.answer(seal.open(sealed, scope.name()));
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
