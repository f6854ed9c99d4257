package org.kycvs.signing.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.control.IssuerMetadata;
import org.kycvs.signing.control.KeySet;
import org.kycvs.signing.control.SigningKeyStore;
import org.kycvs.signing.entity.SigningKey;
import org.kycvs.signing.entity.SigningSettings;

/** What everybody may know about our keys; serves anyone. */
@Stateless
public class PublishedKeys {
  @Inject private SigningKeyStore store;
  @Inject private SigningSettings settings;

  /** The JWK set (RFC 7517) of a mode's issuer, retired keys included, public members only. */
  public String jwks(Mode mode) {
    return new KeySet(store.all(mode)).toJson();
  }

  /** Both issuers' keys, and what is known of their times. */
  public PublishedDocuments documents() {
    List<SigningKey> live = store.all(Mode.LIVE);
    List<SigningKey> test = store.all(Mode.TEST);
    return new PublishedDocuments(
        new KeySet(Stream.concat(live.stream(), test.stream()).toList()).toJson(),
        new IssuerMetadata(settings, live, test).toJson());
  }

  /** {@code kycvs.json}: the issuers, and between which times each key signed. */
  public String metadata() {
    return new IssuerMetadata(settings, store.all(Mode.LIVE), store.all(Mode.TEST)).toJson();
  }
}
