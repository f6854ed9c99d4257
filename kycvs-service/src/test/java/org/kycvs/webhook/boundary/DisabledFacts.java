package org.kycvs.webhook.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kycvs.shared.fact.WebhookDisabled;

/** Hears which endpoints were disabled. */
@ApplicationScoped
public class DisabledFacts {
  private final List<WebhookDisabled> heard = new CopyOnWriteArrayList<>();

  /** One was. */
  public void hear(@Observes WebhookDisabled fact) {
    heard.add(fact);
  }

  /** What was heard of one. */
  public List<WebhookDisabled> of(String endpoint) {
    return heard.stream().filter(fact -> fact.endpoint().equals(endpoint)).toList();
  }
}
