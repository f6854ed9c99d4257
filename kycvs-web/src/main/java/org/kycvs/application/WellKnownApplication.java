package org.kycvs.application;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.kycvs.signing.rest.KeyDocuments;
import org.kycvs.webshared.json.JsonBodies;
import org.kycvs.webshared.problem.ProblemMapper;

/** Everything under {@code /.well-known} (RFC 8615). */
@ApplicationPath("/.well-known")
public class WellKnownApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(KeyDocuments.class, JsonBodies.class, ProblemMapper.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return ServerSettings.common();
  }
}
