package org.kycvs.signing.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.entity.SigningKey;

/**
 * Makes key pairs whose private half exists at rest only sealed with the master key, and opens them
 * for signing. A sealed key is bound to mode and kid: moved to another row, or from test to live,
 * it does not open.
 */
@ApplicationScoped
public class KeyWrapping {
  private static final String LABEL = "kycvs/signing-key/1";

  @Inject private MasterKey masterKey;

  KeyWrapping() {}

  KeyWrapping(MasterKey masterKey) {
    this.masterKey = masterKey;
  }

  /** A new pending P-256 key; its kid is its RFC 7638 thumbprint. */
  public SigningKey fresh(Mode mode, Instant now) {
    ECKey pair;
    try {
      pair =
          new ECKeyGenerator(Curve.P_256)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .keyIDFromThumbprint(true)
              .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java platform makes P-256 keys", e);
    }
    String kid = pair.getKeyID();
    byte[] sealed = seal().seal(pair.toJSONString(), belongsTo(mode, kid));
    return SigningKey.pending(kid, mode, pair.toPublicJWK().toJSONString(), sealed, now);
  }

  /**
   * Opens a key for signing.
   *
   * @throws IllegalStateException if it was sealed with another master key, was moved or changed,
   *     or its kid is not its own
   */
  public Signer unwrap(SigningKey key) {
    String jwk = seal().openText(key.privateKeySealed(), belongsTo(key.mode(), key.kid()));
    try {
      ECKey pair = ECKey.parse(jwk);
      if (!pair.computeThumbprint().toString().equals(key.kid())) {
        throw new IllegalStateException("Signing key " + key.kid() + " holds another key");
      }
      return new Signer(pair);
    } catch (ParseException | JOSEException e) {
      // Without the cause: a parser's message may quote what it could not parse.
      throw new IllegalStateException("Signing key " + key.kid() + " cannot be read");
    }
  }

  private Seal seal() {
    return masterKey.seal(LABEL);
  }

  private static String belongsTo(Mode mode, String kid) {
    return mode.wire() + "/" + kid;
  }
}
