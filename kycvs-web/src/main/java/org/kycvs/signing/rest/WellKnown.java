package org.kycvs.signing.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Everything under {@code /.well-known} (RFC 8615). */
@ApplicationPath("/.well-known")
public class WellKnown extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(KeyDocuments.class);
  }
}
