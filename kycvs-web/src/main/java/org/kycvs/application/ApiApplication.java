package org.kycvs.application;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.kycvs.apikey.rest.KeyedFilter;
import org.kycvs.verification.rest.StatementChecksResource;
import org.kycvs.verification.rest.VerificationsResource;
import org.kycvs.verification.rest.cowin.CowinErrorForm;
import org.kycvs.verification.rest.cowin.CowinResource;
import org.kycvs.verification.rest.cowin.CowinStatusResource;
import org.kycvs.webhook.rest.WebhookDeliveriesResource;
import org.kycvs.webhook.rest.WebhooksResource;
import org.kycvs.webshared.edge.BodyLimit;
import org.kycvs.webshared.json.JsonBodies;
import org.kycvs.webshared.metrics.CallMetrics;
import org.kycvs.webshared.problem.ProblemMapper;
import org.kycvs.webshared.rate.AddressRateFilter;
import org.kycvs.webshared.rate.RateFields;

/** What lives under {@code /api}. */
@ApplicationPath("api")
public class ApiApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        VerificationsResource.class,
        StatementChecksResource.class,
        WebhooksResource.class,
        WebhookDeliveriesResource.class,
        CowinResource.class,
        CowinStatusResource.class,
        CowinErrorForm.class,
        AddressRateFilter.class,
        RateFields.class,
        KeyedFilter.class,
        BodyLimit.class,
        JsonBodies.class,
        CallMetrics.class,
        ProblemMapper.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return ServerSettings.common();
  }
}
