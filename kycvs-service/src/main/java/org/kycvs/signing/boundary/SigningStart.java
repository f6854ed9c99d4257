package org.kycvs.signing.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.kycvs.signing.entity.SigningSettings;

/**
 * Makes the first signing keys when the application starts. A wrong {@code kycvs.issuer}, a missing
 * master key or an unreachable database stops the start here, not at the first verification.
 */
@Singleton
@Startup
public class SigningStart {
  private static final Logger LOG = System.getLogger(SigningStart.class.getName());

  @Inject private SigningSettings settings;
  @Inject private SigningKeys keys;

  @PostConstruct
  void start() {
    keys.ensureActive();
    LOG.log(Level.INFO, "Signing as {0}", settings.live());
  }
}
