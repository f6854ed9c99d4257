package org.kycvs.application;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.kycvs.notification.rest.SmsReportsResource;
import org.kycvs.webshared.edge.BodyLimit;
import org.kycvs.webshared.json.JsonBodies;
import org.kycvs.webshared.problem.ProblemMapper;

/** Where SMS gateways send their delivery reports. */
@ApplicationPath("sms-reports")
public class SmsReportsApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(SmsReportsResource.class, BodyLimit.class, JsonBodies.class, ProblemMapper.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return ServerSettings.common();
  }
}
