package org.kycvs.application;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.kycvs.notification.rest.DevelopmentInboxResource;
import org.kycvs.notification.rest.DevelopmentMailResource;
import org.kycvs.webshared.json.JsonBodies;
import org.kycvs.webshared.json.JsonLists;
import org.kycvs.webshared.problem.ProblemMapper;

/** What lives under {@code /dev}; outside development it answers 404. */
@ApplicationPath("dev")
public class DevelopmentApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        DevelopmentInboxResource.class,
        DevelopmentMailResource.class,
        JsonBodies.class,
        JsonLists.class,
        ProblemMapper.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return ServerSettings.common();
  }
}
